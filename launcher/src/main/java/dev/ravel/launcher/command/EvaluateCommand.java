package dev.ravel.launcher.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.bulk.BulkFiles;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.resolver.evaluate.Accuracy;
import dev.ravel.resolver.evaluate.EntityAssignments;
import dev.ravel.resolver.evaluate.Evaluation;
import dev.ravel.resolver.evaluate.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ravel evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Scores entities against a truth: pairwise and B-cubed precision, recall and F1, how many entities are"
                    + " exactly right, and the worst merges and splits.",
            "",
            "Both files are CSV with the columns record_id and entity_id; a column source may stand beside record_id."
                    + " Records are joined by record_id or by source:record_id, whichever the files share.",
            ""
        },
        footer = {"", "Example:", "  ravel evaluate -p resolved/entities.csv -t truth.csv"})
public final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = {"-p", "--predicted"},
            required = true,
            paramLabel = "PRED",
            description = "The entities: a CSV file, or the directory that ravel resolve wrote.")
    private Path predicted = Path.of("");

    @Option(
            names = {"-t", "--truth"},
            required = true,
            paramLabel = "TRUTH",
            description = "The truth: a CSV file.")
    private Path truth = Path.of("");

    @Option(
            names = "--worst",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many of the worst merges and splits to list (default: ${DEFAULT-VALUE}).")
    private int worst;

    @Option(
            names = "--min-f1",
            paramLabel = "F",
            defaultValue = "0",
            description = "End with exit code 1 if the pairwise F1 is below this.")
    private double minPairwise;

    @Option(
            names = "--min-b3-f1",
            paramLabel = "F",
            defaultValue = "0",
            description = "End with exit code 1 if the B-cubed F1 is below this.")
    private double minBCubed;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path entities = Files.isDirectory(predicted) ? predicted.resolve(BulkFiles.ENTITIES) : predicted;
        Evaluation evaluation = Evaluation.of(read(truth), read(entities), worst);
        console.print(json ? Json.text(json(evaluation)) : text(evaluation));
        if (evaluation.pairwise().f1() < minPairwise || evaluation.bCubed().f1() < minBCubed) {
            console.note(String.format(
                    Locale.ROOT,
                    "below the floor: pairwise F1 %.4f (at least %.4f), B-cubed F1 %.4f (at least %.4f)",
                    evaluation.pairwise().f1(),
                    minPairwise,
                    evaluation.bCubed().f1(),
                    minBCubed));
            return ExitCode.FAILED.code();
        }
        return ExitCode.OK.code();
    }

    private static EntityAssignments read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(row -> rows.add(row.getFieldsAsMap()));
        }
        return EntityAssignments.read(String.valueOf(file.getFileName()), rows);
    }

    private static String text(Evaluation evaluation) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "records        %,d of the truth, %,d of them not predicted",
                evaluation.records(),
                evaluation.missing());
        line(
                text,
                "entities       %,d true, %,d predicted, %,d exactly right, %,d pairs of true ones merged wrongly",
                evaluation.trueEntities(),
                evaluation.predictedEntities(),
                evaluation.exactEntities(),
                evaluation.mergedPairs());
        accuracy(text, "pairwise", evaluation.pairwise());
        accuracy(text, "B-cubed", evaluation.bCubed());
        mistakes(text, "worst merges", "pairs wrongly together", evaluation.worstMerges());
        mistakes(text, "worst splits", "pairs wrongly apart", evaluation.worstSplits());
        return text.toString().stripTrailing();
    }

    private static void accuracy(StringBuilder text, String name, Accuracy accuracy) {
        line(
                text,
                "%-14s precision %.4f, recall %.4f, F1 %.4f",
                name,
                accuracy.precision(),
                accuracy.recall(),
                accuracy.f1());
    }

    private static void mistakes(StringBuilder text, String title, String unit, List<Mistake> mistakes) {
        if (!mistakes.isEmpty()) {
            line(text, "%s", title);
        }
        for (Mistake mistake : mistakes) {
            line(text, "  %s: %,d %s, records by part %s", mistake.entity(), mistake.pairs(), unit, mistake.parts());
        }
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static ObjectNode json(Evaluation evaluation) {
        ObjectNode json = Json.object()
                .put("records", evaluation.records())
                .put("missing", evaluation.missing())
                .put("trueEntities", evaluation.trueEntities())
                .put("predictedEntities", evaluation.predictedEntities())
                .put("exactEntities", evaluation.exactEntities())
                .put("mergedPairs", evaluation.mergedPairs());
        put(json.putObject("pairwise"), evaluation.pairwise());
        put(json.putObject("bCubed"), evaluation.bCubed());
        put(json.putArray("worstMerges"), evaluation.worstMerges());
        put(json.putArray("worstSplits"), evaluation.worstSplits());
        return json;
    }

    private static void put(ObjectNode json, Accuracy accuracy) {
        json.put("precision", accuracy.precision())
                .put("recall", accuracy.recall())
                .put("f1", accuracy.f1());
    }

    private static void put(ArrayNode json, List<Mistake> mistakes) {
        for (Mistake mistake : mistakes) {
            ObjectNode parts = json.addObject()
                    .put("entity", mistake.entity())
                    .put("pairs", mistake.pairs())
                    .putObject("parts");
            mistake.parts().forEach(parts::put);
        }
    }
}
