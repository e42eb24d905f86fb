package dev.ravel.resolver.bulk;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.resolver.standardise.StandardRecord;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All shared keys of all records as dense numbers, with the records that carry each, in primitive arrays.
 *
 * <p>Keys are found by open addressing in one hash table for each core, which holds the keys whose hash falls to it; a
 * hash that fits is always confirmed by comparing the keys themselves.
 */
final class KeyIndex {
    private static final int FREE = -1;

    /** The keys of record i are at the positions from start[i] to start[i + 1] - 1. */
    private final int[] start;

    /** The number of the key at a position. */
    private final int[] keyAt;

    /** The carriers of key k are at carriers[carrierStart[k]] to carriers[carrierStart[k + 1] - 1], ascending. */
    private final int[] carrierStart;

    private final int[] carriers;

    private KeyIndex(int[] start, int[] keyAt, int[] carrierStart, int[] carriers) {
        this.start = start;
        this.keyAt = keyAt;
        this.carrierStart = carrierStart;
        this.carriers = carriers;
    }

    /** Numbers the keys of these records. */
    static KeyIndex of(StandardRecord[] records) {
        int[] start = new int[records.length + 1];
        for (int i = 0; i < records.length; i++) {
            start[i + 1] = Math.addExact(start[i], records[i].keys().size());
        }
        int[] owner = new int[start[records.length]];
        int[] hash = new int[owner.length];
        Cores.forEach(records.length, i -> {
            List<SharedKey> keys = records[i].keys();
            for (int k = 0; k < keys.size(); k++) {
                owner[start[i] + k] = i;
                hash[start[i] + k] = mixed(keys.get(k).hashCode());
            }
        });
        int[] keyAt = new int[owner.length];
        int keys = number(records, start, owner, hash, keyAt);
        int[] carrierStart = new int[keys + 1];
        for (int key : keyAt) {
            carrierStart[key + 1]++;
        }
        for (int k = 0; k < keys; k++) {
            carrierStart[k + 1] += carrierStart[k];
        }
        int[] next = Arrays.copyOf(carrierStart, keys);
        int[] carriers = new int[owner.length];
        for (int position = 0; position < owner.length; position++) {
            carriers[next[keyAt[position]]++] = owner[position];
        }
        return new KeyIndex(start, keyAt, carrierStart, carriers);
    }

    /** How many keys there are. */
    int count() {
        return carrierStart.length - 1;
    }

    /** The number of the key at an index of a record's keys. */
    int key(int record, int index) {
        return keyAt[start[record] + index];
    }

    /** How many records carry a key. */
    int size(int key) {
        return carrierStart[key + 1] - carrierStart[key];
    }

    /** The carrier of a key at a place from 0 to its size - 1; ascending. */
    int carrier(int key, int place) {
        return carriers[carrierStart[key] + place];
    }

    /** Numbers the keys at all positions; gives how many different ones there are. */
    private static int number(StandardRecord[] records, int[] start, int[] owner, int[] hash, int[] keyAt) {
        int shares = Cores.count();
        int[] counts = new int[shares];
        IntStream.range(0, shares)
                .parallel()
                .forEach(share -> counts[share] = numberShare(share, shares, records, start, owner, hash, keyAt));
        int[] offset = new int[shares];
        for (int share = 1; share < shares; share++) {
            offset[share] = offset[share - 1] + counts[share - 1];
        }
        if (shares > 1) {
            for (int position = 0; position < keyAt.length; position++) {
                keyAt[position] += offset[shareOf(hash[position], shares)];
            }
        }
        return offset[shares - 1] + counts[shares - 1];
    }

    /** The share to which a hash falls, by its high bits; its low bits find the place in the share's table. */
    private static int shareOf(int hash, int shares) {
        return (int) (((hash & 0xffffffffL) * shares) >>> Integer.SIZE);
    }

    /** Numbers the keys whose hash falls to one share, from 0 in order of first appearance. */
    private static int numberShare(
            int share, int shares, StandardRecord[] records, int[] start, int[] owner, int[] hash, int[] keyAt) {
        int expected = 0;
        for (int h : hash) {
            if (shareOf(h, shares) == share) {
                expected++;
            }
        }
        int capacity = Integer.highestOneBit(Math.max(2, expected)) * 2;
        int[] firstPosition = new int[capacity];
        Arrays.fill(firstPosition, FREE);
        int count = 0;
        for (int position = 0; position < hash.length; position++) {
            if (shareOf(hash[position], shares) != share) {
                continue;
            }
            int slot = hash[position] & (capacity - 1);
            while (firstPosition[slot] != FREE) {
                int known = firstPosition[slot];
                if (hash[known] == hash[position]
                        && keyOf(records, start, owner, known).equals(keyOf(records, start, owner, position))) {
                    break;
                }
                slot = (slot + 1) & (capacity - 1);
            }
            if (firstPosition[slot] == FREE) {
                firstPosition[slot] = position;
                keyAt[position] = count++;
            } else {
                keyAt[position] = keyAt[firstPosition[slot]];
            }
        }
        return count;
    }

    private static SharedKey keyOf(StandardRecord[] records, int[] start, int[] owner, int position) {
        return records[owner[position]].keys().get(position - start[owner[position]]);
    }

    /** Spreads the bits of a hash (MurmurHash3's finaliser). */
    private static int mixed(int hash) {
        int h = hash;
        h = (h ^ (h >>> 16)) * 0x85EBCA6B;
        h = (h ^ (h >>> 13)) * 0xC2B2AE35;
        return h ^ (h >>> 16);
    }
}
