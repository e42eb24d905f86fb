package dev.ravel.ingest.parse;

import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.Template;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.model.record.SourceRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads the CSV records of one input. Not thread-safe. */
final class CsvRecordParser implements InputParser {
    private static final int OFFSET_COLUMN = -1;

    private final RecordAssembler assembler;
    private final TextDecoder decoder;
    private final char delimiter;
    private final List<String> columns;
    private final Map<Template, int[]> positions = new IdentityHashMap<>();
    private final int[] otherColumns;

    /**
     * @throws RefusedRecordException if the mapping names a column that the input does not have
     */
    CsvRecordParser(Input input, RecordMapping mapping, RecordAssembler assembler) {
        this.assembler = assembler;
        this.decoder = new TextDecoder(input.encoding());
        this.delimiter = input.delimiter();
        this.columns = input.columns();
        Set<String> read = new HashSet<>(mapping.ignore());
        for (Template template : MappingTemplates.of(mapping)) {
            positions.put(template, positions(template, input));
            read.addAll(template.fields());
        }
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!read.contains(columns.get(i)) && !columns.get(i).isEmpty()) {
                others.add(i);
            }
        }
        this.otherColumns = others.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public SourceRecord parse(RawRecord raw) {
        List<String> fields = CsvFields.split(decoder.decode(raw.bytes()), delimiter);
        int last = fields.size() - 1;
        while (last >= columns.size() && fields.get(last).isEmpty()) {
            last--;
        }
        if (last + 1 != columns.size()) {
            throw new RefusedRecordException(
                    DeadLetterReason.MALFORMED,
                    fields.size() + (fields.size() == 1 ? " field" : " fields") + ", the header has " + columns.size());
        }
        return assembler.assemble(new Row(fields, raw.offset()), raw);
    }

    private static int[] positions(Template template, Input input) {
        return template.fields().stream()
                .mapToInt(field -> {
                    int position = field.equals(RecordFields.OFFSET)
                            ? OFFSET_COLUMN
                            : input.columns().indexOf(field);
                    if (position < 0 && !field.equals(RecordFields.OFFSET)) {
                        throw new RefusedRecordException(
                                DeadLetterReason.NO_MAPPING,
                                input.label() + " has no column " + field + "; its columns are " + input.columns());
                    }
                    return position;
                })
                .toArray();
    }

    private final class Row implements RecordFields {
        private final List<String> fields;
        private final long offset;

        Row(List<String> fields, long offset) {
            this.fields = fields;
            this.offset = offset;
        }

        @Override
        public List<String> values(Template template) {
            int[] at = positions.get(template);
            if (at == null) {
                throw new IllegalStateException("not a template of this mapping: " + template);
            }
            String[] values = new String[at.length];
            for (int i = 0; i < at.length; i++) {
                values[i] = at[i] == OFFSET_COLUMN ? Long.toString(offset) : fields.get(at[i]);
            }
            String value = template.render(values);
            return value.isEmpty() ? List.of() : List.of(value);
        }

        @Override
        public void others(BiConsumer<String, List<String>> consumer) {
            for (int column : otherColumns) {
                String value = fields.get(column);
                if (!value.isBlank()) {
                    consumer.accept(columns.get(column), List.of(value));
                }
            }
        }
    }
}
