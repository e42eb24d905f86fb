package dev.ravel.ingest.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Brings what holds for its keys to each record, and the record into the blocks of the keys that propose candidates. */
final class LiveOperator extends GroupingOperator<Long, AboutRecord, BlockMember> {
    /** The live records. */
    static final OutputTag<AboutPlace> LIVE = new OutputTag<>("live records", AboutPlace.TYPE);

    private static final long serialVersionUID = 1L;

    private transient AboutRecord.@Nullable Forms forms;
    private transient List<AboutRecord.KeyNote> notes = new ArrayList<>();

    LiveOperator() {
        super(AboutRecord::record);
    }

    @Override
    public void open() throws Exception {
        super.open();
        notes = new ArrayList<>();
    }

    @Override
    void add(AboutRecord message) {
        if (message instanceof AboutRecord.Forms own) {
            forms = own;
        } else {
            notes.add((AboutRecord.KeyNote) message);
        }
    }

    @Override
    void endGroup() {
        AboutRecord.Forms own = Objects.requireNonNull(forms, "a record for each key note");
        int shared = notes.stream()
                .filter(note -> note.key() != CarriedRecord.ALONE)
                .mapToInt(note -> note.place() + 1)
                .max()
                .orElse(0);
        long[] keys = new long[shared];
        Arrays.fill(keys, CarriedRecord.ALONE);
        long suppressed = 0;
        long overCap = 0;
        for (AboutRecord.KeyNote note : notes) {
            suppressed |= note.suppressed() ? 1L << note.place() : 0;
            overCap |= note.overCap() ? 1L << note.place() : 0;
            if (note.key() != CarriedRecord.ALONE) {
                keys[note.place()] = note.key();
            }
        }
        CarriedRecord carried = new CarriedRecord(own.record(), suppressed, overCap, keys, own.compared());
        for (int place = 0; place < keys.length; place++) {
            if (carried.proposes(place)) {
                emit(new BlockMember(keys[place], place, carried));
            }
        }
        emit(LIVE, new AboutPlace.Whole(carried, own.received()));
        forms = null;
        notes.clear();
    }
}
