package dev.ravel.resolver.steward;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Verdict;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.store.EntityReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One of many things that a steward asks for at once.
 *
 * @param target what it is and what it is done to; the same for the same thing, however often it is asked for
 * @param operation does it
 * @param preview says what doing it now would do
 */
public record BulkTask(
        String target,
        BiFunction<Steward, StewardRequest, OperationResult> operation,
        Function<Steward, OperationResult> preview) {

    /** {@link Steward#split}. */
    public static BulkTask split(EntityId entity, long expectedVersion, List<Set<RecordKey>> groups) {
        return new BulkTask(
                "split " + entity + ' ' + groups,
                (steward, request) -> steward.split(entity, expectedVersion, groups, request),
                steward -> steward.previewSplit(entity, groups));
    }

    /** {@link Steward#separate}, in whatever entity the two are. */
    public static BulkTask separate(EntityReader reader, RecordKey a, RecordKey b) {
        return new BulkTask(
                "separate " + a + ' ' + b,
                (steward, request) -> {
                    Entity entity = entityOf(reader, a);
                    return steward.separate(entity.id(), entity.membershipVersion(), a, b, request);
                },
                steward -> steward.previewSeparate(entityOf(reader, a).id(), a, b));
    }

    /** {@link Steward#detach}, from whatever entity the record is in. */
    public static BulkTask detach(EntityReader reader, RecordKey record) {
        return new BulkTask(
                "detach " + record,
                (steward, request) -> {
                    Entity entity = entityOf(reader, record);
                    return steward.detach(entity.id(), entity.membershipVersion(), record, request);
                },
                steward -> steward.previewDetach(entityOf(reader, record).id(), record));
    }

    /** {@link Steward#merge}. */
    public static BulkTask merge(Map<EntityId, Long> expectedVersions) {
        return new BulkTask(
                "merge " + new TreeMap<>(expectedVersions).keySet(),
                (steward, request) -> steward.merge(expectedVersions, request),
                steward -> steward.previewMerge(expectedVersions.keySet()));
    }

    /** {@link Steward#judge}. */
    public static BulkTask judge(String item, Verdict verdict) {
        return new BulkTask(
                "judge " + item + ' ' + verdict,
                (steward, request) -> steward.judge(item, verdict, request),
                steward -> steward.previewJudge(item, verdict));
    }

    /** {@link Steward#suppressIdentifier}. */
    public static BulkTask suppress(SharedKey identifier) {
        return new BulkTask(
                "suppress " + identifier,
                (steward, request) -> steward.suppressIdentifier(identifier, request),
                steward -> steward.previewSuppressIdentifier(identifier));
    }

    /** {@link Steward#restoreIdentifier}. */
    public static BulkTask restore(SharedKey identifier) {
        return new BulkTask(
                "restore " + identifier,
                (steward, request) -> steward.restoreIdentifier(identifier, request),
                steward -> steward.previewRestoreIdentifier(identifier));
    }

    /** {@link Steward#undo}. */
    public static BulkTask undo(String operation) {
        return new BulkTask(
                "undo " + operation,
                (steward, request) -> steward.undo(operation, request),
                steward -> steward.previewUndo(operation));
    }

    private static Entity entityOf(EntityReader reader, RecordKey record) {
        return reader.entityOf(record)
                .orElseThrow(() -> new ResolutionException(ErrorCode.NOT_FOUND, "there is no live record " + record));
    }
}
