package dev.ravel.resolver.stream;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.Identifier;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds versions that contradict the one before them on a value of which a customer has one: the source has perhaps given
 * the record's id to somebody else. The question for a person is whether the record still belongs with those that it was
 * one entity with; a record that was alone raises none.
 */
final class ContradictingVersions {
    private final ResolverSettings settings;

    ContradictingVersions(ResolverSettings settings) {
        this.settings = settings;
    }

    /** The questions that these new versions raise. */
    List<ReviewItem> questions(Collection<TouchedRecord> touched, StoredRegion region) {
        List<ReviewItem> items = new ArrayList<>();
        for (TouchedRecord record : touched) {
            Optional<IdentifierType> contradicted =
                    record.before().flatMap(before -> record.after().flatMap(after -> contradicted(before, after)));
            contradicted
                    .flatMap(type -> companion(record, region)
                            .map(companion -> ReviewItem.of(
                                    ReviewKind.CONTRADICTING_VERSION,
                                    RecordPair.of(record.key(), companion),
                                    0,
                                    type.name())))
                    .ifPresent(items::add);
        }
        return items;
    }

    /** The exclusive kind of identifier of which both versions have values and none in common. */
    private Optional<IdentifierType> contradicted(StandardRecord before, StandardRecord after) {
        for (IdentifierType type : IdentifierType.values()) {
            if (settings.identifier(type).exclusive()) {
                Set<String> was = values(before, type);
                Set<String> is = values(after, type);
                if (!was.isEmpty() && !is.isEmpty() && Collections.disjoint(was, is)) {
                    return Optional.of(type);
                }
            }
        }
        return Optional.empty();
    }

    private static Set<String> values(StandardRecord record, IdentifierType type) {
        return record.identifiers().stream()
                .filter(identifier -> identifier.type() == type)
                .map(Identifier::value)
                .collect(Collectors.toSet());
    }

    private static Optional<RecordKey> companion(TouchedRecord record, StoredRegion region) {
        return record.stored().flatMap(stored -> stored.entity()).flatMap(id -> {
            @Nullable Entity entity = region.entities().get(id);
            return entity == null
                    ? Optional.empty()
                    : entity.records().stream()
                            .filter(key -> !key.equals(record.key()))
                            .findFirst();
        });
    }
}
