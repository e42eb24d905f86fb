package dev.ravel.ingest.batch;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.bulk.NewestVersion;
import dev.ravel.resolver.bulk.PhoneNumbers;
import dev.ravel.resolver.standardise.Spans;
import dev.ravel.resolver.standardise.StandardRecord;
import dev.ravel.resolver.standardise.StandardRecordCodec;
import dev.ravel.resolver.standardise.Standardiser;
import dev.ravel.resolver.transport.Packed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Of each record the newest version, standardised and numbered; beside it the keys that it carries. */
final class NewestOperator extends GroupingOperator<String, SourceRecord, AboutRecord> {
    /** The keys of records. */
    static final OutputTag<Carrier> CARRIERS = new OutputTag<>("carriers", Carrier.TYPE);

    /** The names of attributes that live records have, each at least once. */
    static final OutputTag<String> ATTRIBUTES = new OutputTag<>("attributes", Types.STRING);

    private static final long serialVersionUID = 1L;

    private final BatchPlan plan;
    private transient @Nullable Standardiser standardiser;
    private transient @Nullable StandardRecordCodec codec;
    private transient List<SourceRecord> versions;
    private transient Set<String> attributes;
    private transient @Nullable LongCounter records;
    private transient @Nullable LongCounter invalidPhones;
    private transient @Nullable LongCounter leftOutKeys;
    private transient long sequence;

    NewestOperator(BatchPlan plan) {
        super(version -> version.key().text());
        this.plan = plan;
        this.versions = new ArrayList<>();
        this.attributes = new HashSet<>();
    }

    @Override
    public void open() throws Exception {
        super.open();
        standardiser = plan.resolver().standardiser();
        codec = new StandardRecordCodec(plan.settings());
        versions = new ArrayList<>();
        attributes = new HashSet<>();
        records = counter(BatchCount.RECORDS);
        leftOutKeys = counter(BatchCount.LEFT_OUT_KEYS);
        invalidPhones = counter(BatchCount.INVALID_PHONES);
    }

    @Override
    void add(SourceRecord version) {
        versions.add(version);
    }

    @Override
    void endGroup() throws IOException {
        Optional<NewestVersion> newest = NewestVersion.of(versions, Spans.NONE);
        versions.clear();
        if (newest.isPresent()) {
            Objects.requireNonNull(records).add(1L);
            emit(Objects.requireNonNull(standardiser)
                    .standardise(newest.get().version(), newest.get().spans()));
        }
    }

    private void emit(StandardRecord record) throws IOException {
        Objects.requireNonNull(invalidPhones).add(PhoneNumbers.of(record).invalid());
        Objects.requireNonNull(leftOutKeys).add(record.leftOutKeys());
        long number = unique(sequence++);
        StandardRecordCodec written = Objects.requireNonNull(codec);
        emit(new AboutRecord.Forms(
                number, bytes(record, written::writeCompared), bytes(record, written::writeReceived)));
        List<SharedKey> keys = record.keys();
        for (int place = 0; place < keys.size(); place++) {
            SharedKey key = keys.get(place);
            emit(CARRIERS, new Carrier(key.text(), number, place, key.isBlock() ? "" : record.nameKey()));
        }
        for (String attribute : record.source().attributes().keySet()) {
            if (attributes.add(attribute)) {
                emit(ATTRIBUTES, attribute);
            }
        }
    }

    private static byte[] bytes(StandardRecord record, Packed.Writer<StandardRecord> writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutput out = new DataOutputStream(bytes);
        writer.write(record, out);
        return bytes.toByteArray();
    }
}
