package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.store.StoredRecord;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;

/**
 * Which merges by persons a second steward has to confirm. It is no part of the resolution: it says who may decide, not what
 * a decision does.
 *
 * @param fromRecords those that join entities of at least so many records together; 0 for none
 * @param valueAttribute the attribute that says what a record is worth, a number such as a year's revenue; empty for none
 * @param fromValue those that join entities whose records are worth at least so much together; 0 for none
 */
public record SecondSteward(int fromRecords, String valueAttribute, BigDecimal fromValue) {
    /** One steward may merge anything. */
    public static final SecondSteward NEVER = new SecondSteward(0, "", BigDecimal.ZERO);

    public SecondSteward {
        Objects.requireNonNull(valueAttribute, "valueAttribute");
        if (fromRecords < 0 || fromValue.signum() < 0) {
            throw new IllegalArgumentException(
                    "a second steward is needed from 0 (never) or more: " + fromRecords + ", " + fromValue);
        }
    }

    /** Whether joining these entities of a region needs one. */
    boolean isNeeded(StoredRegion region, Collection<Entity> joined) {
        int records =
                joined.stream().mapToInt(entity -> entity.records().size()).sum();
        if (fromRecords > 0 && records >= fromRecords) {
            return true;
        }
        return fromValue.signum() > 0
                && !valueAttribute.isEmpty()
                && worth(region, joined).compareTo(fromValue) >= 0;
    }

    private BigDecimal worth(StoredRegion region, Collection<Entity> entities) {
        BigDecimal worth = BigDecimal.ZERO;
        for (Entity entity : entities) {
            for (RecordKey key : entity.records()) {
                StoredRecord stored = Objects.requireNonNull(region.records().get(key), key.text());
                for (String value : stored.decode().values(valueAttribute)) {
                    worth = worth.add(number(value));
                }
            }
        }
        return worth;
    }

    /** What is no number is worth nothing. */
    private static BigDecimal number(String value) {
        try {
            return new BigDecimal(value.strip().replace(",", ""));
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }
}
