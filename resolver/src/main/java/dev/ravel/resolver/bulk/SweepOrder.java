package dev.ravel.resolver.bulk;

import dev.ravel.resolver.blocking.LiveRecord;

/**
 * In which order records look through their candidates. Comparing two records mostly waits for memory, so those that
 * share a large block come one after the other: what one of them has brought into the caches the next ones find there.
 */
final class SweepOrder {
    private SweepOrder() {}

    /**
     * The numbers of the records that propose candidates, by their largest key that proposes any, ascending by the key's
     * number and then by their own. O(records + keys).
     */
    static int[] of(LiveRecord[] records, KeyIndex index) {
        int[] largest = new int[records.length];
        Cores.forEach(records.length, record -> largest[record] = largestKey(record, records[record], index));
        int[] next = new int[index.count() + 1];
        for (int key : largest) {
            next[key + 1]++;
        }
        int alone = next[0];
        next[0] = 0;
        for (int key = 0; key < index.count(); key++) {
            next[key + 1] += next[key];
        }
        int[] order = new int[records.length - alone];
        for (int record = 0; record < records.length; record++) {
            if (largest[record] >= 0) {
                order[next[largest[record]]++] = record;
            }
        }
        return order;
    }

    /** The first of the largest keys that propose candidates to a record; -1 if none does. */
    private static int largestKey(int record, LiveRecord own, KeyIndex index) {
        int largest = -1;
        int size = 1;
        for (int i = 0; i < own.standard().keys().size(); i++) {
            int key = index.key(record, i);
            if (index.size(key) > size && own.proposes(i)) {
                largest = key;
                size = index.size(key);
            }
        }
        return largest;
    }
}
