package dev.ravel.resolver.settings;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identity.RecordKey;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that an installation decides about resolution. All of it is covered by the resolution digest, except the
 * tenant. Serialisable, so that a Flink job can carry it to its tasks.
 *
 * @param tenant the owner of the data
 * @param defaultRegion the ISO 3166 region whose phone numbers are written without a country code
 * @param zone the zone of times without one
 * @param matchWeight a pair at or above this match weight is accepted, log2
 * @param reviewWeight a pair at or above this match weight and below {@code matchWeight} is put to a person, log2
 * @param weakBridgeMargin a link that alone holds two groups together is cut unless its weight is at least {@code
 *     matchWeight} plus this; also the lead by which a bridging record must prefer one side, log2
 * @param maxEntityRecords an entity has at most this many records; larger components are cut at rising thresholds
 * @param blockCap a block with more records than this proposes no candidate pairs
 * @param identifierCandidateCap an identifier on more records than this proposes no candidate pairs, though it stays
 *     evidence
 * @param identifiers the treatment of each kind of identifier, all kinds present
 * @param suppressedValues identifiers that are never evidence, {@code PHONE:+8613800138000}, beside the shipped preset
 * @param sources what is said about sources, by their names; of others {@link SourceSettings#USUAL} holds
 */
public record ResolverSettings(
        String tenant,
        String defaultRegion,
        ZoneId zone,
        double matchWeight,
        double reviewWeight,
        double weakBridgeMargin,
        int maxEntityRecords,
        int blockCap,
        int identifierCandidateCap,
        Map<IdentifierType, IdentifierSettings> identifiers,
        SortedSet<String> suppressedValues,
        SortedMap<String, SourceSettings> sources)
        implements Serializable {

    private static final Set<IdentifierType> EXCLUSIVE =
            Set.of(IdentifierType.NATIONAL_ID, IdentifierType.TAX_ID, IdentifierType.BUSINESS_LICENCE);

    public ResolverSettings {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(defaultRegion, "defaultRegion");
        Objects.requireNonNull(zone, "zone");
        if (reviewWeight > matchWeight) {
            throw new IllegalArgumentException("reviewWeight " + reviewWeight + " is above matchWeight " + matchWeight);
        }
        if (weakBridgeMargin < 0) {
            throw new IllegalArgumentException("weakBridgeMargin is negative: " + weakBridgeMargin);
        }
        if (maxEntityRecords < 2 || blockCap < 2 || identifierCandidateCap < 2) {
            throw new IllegalArgumentException(
                    "maxEntityRecords, blockCap and identifierCandidateCap must be at least 2");
        }
        EnumMap<IdentifierType, IdentifierSettings> complete = new EnumMap<>(IdentifierType.class);
        for (IdentifierType type : IdentifierType.values()) {
            complete.put(type, identifiers.getOrDefault(type, defaultOf(type)));
        }
        identifiers = Collections.unmodifiableMap(complete);
        suppressedValues = Collections.unmodifiableSortedSet(new TreeSet<>(suppressedValues));
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    /** The shipped defaults. */
    public static ResolverSettings defaults() {
        return new ResolverSettings(
                RecordKey.DEFAULT_TENANT,
                "CN",
                ZoneId.of("Asia/Shanghai"),
                4.0,
                3.0,
                1.0,
                200,
                100,
                1000,
                Map.of(),
                new TreeSet<>(),
                new TreeMap<>());
    }

    /** The treatment of one kind of identifier. */
    public IdentifierSettings identifier(IdentifierType type) {
        return Objects.requireNonNull(identifiers.get(type));
    }

    /** The trust in a source, 0 unless configured. */
    public int trust(String source) {
        return sources.getOrDefault(source, SourceSettings.USUAL).trust();
    }

    /** The sources that have each customer once, ascending. */
    public SortedSet<String> duplicateFreeSources() {
        TreeSet<String> free = new TreeSet<>();
        sources.forEach((name, source) -> {
            if (source.duplicateFree()) {
                free.add(name);
            }
        });
        return free;
    }

    private static IdentifierSettings defaultOf(IdentifierType type) {
        int nameCap = type == IdentifierType.ADDRESS ? 30 : 10;
        return new IdentifierSettings(nameCap, EXCLUSIVE.contains(type), graceOf(type));
    }

    /** Not measured: how often numbers, mailboxes and devices change hands is known of no data with known answers. */
    private static Duration graceOf(IdentifierType type) {
        return switch (type) {
            case PHONE, DEVICE -> Duration.ofDays(365);
            case EMAIL -> Duration.ofDays(3 * 365);
            case ADDRESS,
                    NATIONAL_ID,
                    PASSPORT,
                    DRIVERS_LICENCE,
                    TAX_ID,
                    BUSINESS_LICENCE,
                    LOYALTY_CARD,
                    OPEN_ID,
                    UNION_ID,
                    ACCOUNT,
                    WEBSITE,
                    OTHER -> Duration.ZERO;
        };
    }
}
