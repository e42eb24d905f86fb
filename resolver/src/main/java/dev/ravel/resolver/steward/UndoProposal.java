package dev.ravel.resolver.steward;

import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import dev.ravel.resolver.region.StoredRegion;
import dev.ravel.resolver.steward.Ruling.Finding;
import dev.ravel.resolver.store.EntityReader;
import dev.ravel.resolver.store.ResolutionTransaction;
import dev.ravel.resolver.store.StaleReadException;
import dev.ravel.resolver.store.StoredJudgement;
import dev.ravel.resolver.store.StoredOperation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * An operation is taken back: its judgements fall. Those that it took back itself are made again, as new judgements of
 * the undo: a judgement that fell never stands up again.
 *
 * @param undone the operation
 * @param chain whether later operations that stand in the way are taken back with it, instead of refusing
 */
record UndoProposal(StoredOperation undone, boolean chain) implements Proposal {
    /** The most later operations that a refusal names. */
    private static final int MOST_NAMED = 10;

    @Override
    public String kind() {
        return "undo";
    }

    @Override
    public List<String> terms() {
        return chain ? List.of(undone.id(), "chain") : List.of(undone.id());
    }

    @Override
    public Ruling rule(ResolutionTransaction transaction, EntityReader reader) {
        List<StoredJudgement> read = transaction.operation(undone.id());
        SortedSet<RecordKey> named = named(read, takenBack(transaction, undone));
        StoredRegion region = EntityLocks.lock(transaction, named);
        List<StoredJudgement> own = standAll(read, region) ? read : transaction.operation(undone.id());
        requireStanding(own);
        Collection<StoredOperation> taken = List.of(undone);
        if (chain) {
            taken = withLater(transaction, reader);
            SortedSet<RecordKey> all = new TreeSet<>();
            taken.forEach(one -> all.addAll(named(transaction, one)));
            region = EntityLocks.lock(transaction, all);
            if (!ids(withLater(transaction, reader)).equals(ids(taken))) {
                throw new StaleReadException("another operation on the records of " + undone.id() + " came meanwhile");
            }
        } else {
            requireLast(transaction, reader, region, named);
        }
        List<StoredJudgement> fallen = new ArrayList<>();
        List<Finding> again = new ArrayList<>();
        Set<String> ids = ids(taken);
        for (StoredOperation one : taken) {
            List<StoredJudgement> made = one.equals(undone) ? own : transaction.operation(one.id());
            made.stream().filter(StoredJudgement::stands).forEach(fallen::add);
            takenBack(transaction, one).stream()
                    .filter(stored -> !ids.contains(stored.judgement().operation()))
                    .forEach(stored -> again.add(Finding.of(stored.judgement())));
        }
        return new Ruling(region, again, fallen, List.copyOf(taken), List.of(), Optional.empty(), false);
    }

    @Override
    public Optional<Supplier<Undone>> askUndone(EntityReader reader) {
        return chain ? Optional.empty() : Optional.of(reader.ask(asked -> Undone.read(asked, List.of(undone))));
    }

    private static StoredOperation operation(EntityReader reader, String id) {
        return reader.operationById(id)
                .orElseThrow(() -> new ResolutionException(ErrorCode.NOT_FOUND, "there is no operation " + id));
    }

    /** The judgements that an operation took back itself, if it is an undo. */
    private static List<StoredJudgement> takenBack(ResolutionTransaction transaction, StoredOperation undo) {
        List<String> operations = new ArrayList<>(undo.alsoUndoes());
        if (!undo.undoes().isEmpty()) {
            operations.add(0, undo.undoes());
        }
        return operations.stream()
                .flatMap(id -> transaction.operation(id).stream())
                .filter(stored -> stored.supersededBy().equals(undo.id()))
                .toList();
    }

    /** The records that the judgements of an operation name, those that it made and those that it took back. */
    private static SortedSet<RecordKey> named(ResolutionTransaction transaction, StoredOperation operation) {
        return named(transaction.operation(operation.id()), takenBack(transaction, operation));
    }

    private static SortedSet<RecordKey> named(List<StoredJudgement> made, List<StoredJudgement> takenBack) {
        SortedSet<RecordKey> named = new TreeSet<>();
        made.forEach(stored -> named.addAll(stored.judgement().records()));
        takenBack.forEach(stored -> named.addAll(stored.judgement().records()));
        return named;
    }

    /**
     * Whether judgements that stood when they were read stand in the locked region. Only that can change about them, and only
     * under the lock.
     */
    private static boolean standAll(List<StoredJudgement> read, StoredRegion region) {
        Set<String> standing = new HashSet<>();
        region.standing().forEach(judgement -> standing.add(judgement.id()));
        return read.stream()
                .allMatch(stored ->
                        stored.stands() && standing.contains(stored.judgement().id()));
    }

    /** The operation and all later ones that stand on its records, on theirs, and so on; it first, then latest first. */
    private Collection<StoredOperation> withLater(ResolutionTransaction transaction, EntityReader reader) {
        SortedMap<String, StoredOperation> later = new TreeMap<>();
        SortedSet<RecordKey> named = named(transaction, undone);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (String id : LaterOperations.inTheWayOf(undone, named, reader)) {
                if (!later.containsKey(id)) {
                    StoredOperation one = operation(reader, id);
                    later.put(id, one);
                    grown |= named.addAll(named(transaction, one));
                }
            }
        }
        List<StoredOperation> taken = new ArrayList<>(later.values());
        taken.sort(Comparator.comparing(StoredOperation::at)
                .thenComparing(StoredOperation::id)
                .reversed());
        taken.add(0, undone);
        return taken;
    }

    private static Set<String> ids(Collection<StoredOperation> operations) {
        Set<String> ids = new LinkedHashSet<>();
        operations.forEach(one -> ids.add(one.id()));
        return ids;
    }

    private void requireStanding(List<StoredJudgement> own) {
        own.stream().filter(stored -> !stored.stands()).findFirst().ifPresent(stored -> {
            throw new ResolutionException(
                    ErrorCode.BLOCKED_BY_LATER_OPERATION,
                    undone.id() + " has been taken back already, by " + stored.supersededBy()
                            + ": undo that one to have it again");
        });
    }

    private void requireLast(
            ResolutionTransaction transaction, EntityReader reader, StoredRegion region, SortedSet<RecordKey> named) {
        List<String> later = LaterOperations.inTheWayOf(undone, named, region, transaction, reader);
        if (!later.isEmpty()) {
            int unnamed = Math.max(0, later.size() - MOST_NAMED);
            throw new ResolutionException(
                    ErrorCode.BLOCKED_BY_LATER_OPERATION,
                    "later operations on the same records stand: "
                            + String.join(", ", later.subList(0, later.size() - unnamed))
                            + (unnamed == 0 ? "" : " and " + unnamed + " before these") + ". Undo these before "
                            + undone.id() + ", the latest first, or all of them with it");
        }
    }
}
