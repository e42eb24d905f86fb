package dev.ravel.resolver.store;

import dev.ravel.model.identity.RecordKey;
import java.util.List;

/**
 * How a transaction changes which live records carry a key.
 *
 * @param joining the records that carry it from now on and did not before, ascending
 * @param leaving the records that carried it and do not any more, ascending; none of them joins
 */
public record KeyMove(List<RecordKey> joining, List<RecordKey> leaving) {
    /** Nothing moves. */
    public static final KeyMove NONE = new KeyMove(List.of(), List.of());

    /** By how many carriers the key grows; negative if it shrinks. */
    public int growth() {
        return joining.size() - leaving.size();
    }
}
