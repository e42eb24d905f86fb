package dev.ravel.resolver.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.store.GraphChange;
import dev.ravel.resolver.store.ResolutionTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Watches a transaction keep the lock protocol: records before keys before components, each kind once, and once more for
 * the carriers of keys that cross their caps;
 * carriers are read of locked keys only; and nothing is written that is not locked.
 */
final class ProtocolWatch {
    private static final List<String> LOCKS = List.of("lockRecords", "lockKeys", "lockComponents");

    private final ResolutionTransaction watched;
    private final List<String> calls = new ArrayList<>();
    private final Set<RecordKey> lockedRecords = new HashSet<>();
    private final Set<SharedKey> lockedKeys = new HashSet<>();
    private final Set<EntityId> lockedEntities = new HashSet<>();

    private ProtocolWatch(ResolutionTransaction watched) {
        this.watched = watched;
    }

    /** A transaction that checks each call and passes it on. */
    static ResolutionTransaction over(ResolutionTransaction watched, List<List<String>> journal) {
        ProtocolWatch watch = new ProtocolWatch(watched);
        journal.add(watch.calls);
        return (ResolutionTransaction) Proxy.newProxyInstance(
                ProtocolWatch.class.getClassLoader(),
                new Class<?>[] {ResolutionTransaction.class},
                (proxy, method, arguments) -> {
                    Object first = arguments == null ? List.of() : arguments[0];
                    watch.before(method.getName(), first);
                    try {
                        Object result = method.invoke(watch.watched, arguments);
                        watch.after(method.getName(), first, result);
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void before(String call, Object argument) {
        if (LOCKS.contains(call)) {
            // The carriers of a key that crosses its cap are locked late, after they have been read of that locked key.
            List<String> sinceCarriers = calls.subList(Math.max(0, calls.lastIndexOf("carriers")), calls.size());
            assertThat(calls).as("components are locked once and last").doesNotContain("lockComponents");
            assertThat(sinceCarriers)
                    .as("locks are taken once and in order: %s after %s", call, calls)
                    .doesNotContainAnyElementsOf(LOCKS.subList(LOCKS.indexOf(call), LOCKS.size()));
        }
        if (call.equals("lockKeys")) {
            assertThat(lockedKeys)
                    .as("a key is locked once")
                    .doesNotContainAnyElementsOf(keys(((Map<?, ?>) argument).keySet()));
        }
        if (call.equals("carriers") || call.equals("askCarriers") || call.equals("nameCounts")) {
            assertThat(lockedKeys).as("%s are read of locked keys", call).containsAll(keys(argument));
        }
        if (call.equals("write")) {
            checkWrite((GraphChange) argument);
        }
        calls.add(call);
    }

    private void after(String call, Object argument, Object result) {
        switch (call) {
            case "lockRecords" -> lockedRecords.addAll(records(argument));
            case "lockKeys" -> lockedKeys.addAll(keys(((Map<?, ?>) argument).keySet()));
            case "lockComponents" -> ((Map<?, ?>) result).keySet().forEach(id -> lockedEntities.add((EntityId) id));
            default -> {}
        }
    }

    private void checkWrite(GraphChange change) {
        change.records().forEach(write -> {
            assertThat(lockedKeys).as("keys of %s", write.version().key()).containsAll(write.attached());
            assertThat(lockedKeys).as("keys of %s", write.version().key()).containsAll(write.detached());
            if (!write.isNew()) {
                assertThat(lockedRecords).contains(write.version().key());
            }
        });
        change.spans().forEach(write -> assertThat(lockedRecords).contains(write.key()));
        change.masks().forEach(write -> assertThat(lockedRecords).contains(write.key()));
        change.keys().forEach(state -> assertThat(lockedKeys).contains(state.key()));
        Map<EntityId, Entity> stored = watched.foundedBy(
                change.entities().stream().map(Entity::founder).toList());
        change.entities().forEach(entity -> {
            Entity before = stored.get(entity.id());
            if (before != null && !before.records().isEmpty()) {
                assertThat(lockedEntities).as("locked entities").contains(entity.id());
            }
        });
        change.memberships().forEach(write -> write.from()
                .ifPresent(id -> assertThat(lockedEntities).contains(id)));
    }

    private static Set<RecordKey> records(Object argument) {
        Set<RecordKey> records = new HashSet<>();
        ((SortedSet<?>) argument).forEach(key -> records.add((RecordKey) key));
        return records;
    }

    private static Set<SharedKey> keys(Object argument) {
        Set<SharedKey> keys = new HashSet<>();
        ((Collection<?>) argument).forEach(key -> keys.add((SharedKey) key));
        return keys;
    }
}
