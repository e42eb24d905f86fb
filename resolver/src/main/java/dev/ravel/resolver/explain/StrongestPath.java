package dev.ravel.resolver.explain;

import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.identity.RecordKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The chain of kept matches between two records of an entity. The kept matches of an entity are a maximum spanning tree,
 * in which the only path between two records is the one whose weakest link is strongest; a breadth-first search finds it.
 */
final class StrongestPath {
    private StrongestPath() {}

    /**
     * The path.
     *
     * @param matches the kept matches of the entity's records; those that lead out of it are passed over
     * @param members the entity's records
     * @return the links in order from {@code from} to {@code to}; empty if there is no path
     */
    static List<Match> between(RecordKey from, RecordKey to, List<Match> matches, Set<RecordKey> members) {
        Map<RecordKey, List<Match>> links = new HashMap<>();
        for (Match match : matches) {
            boolean joins = match.status() == MatchStatus.ACCEPTED || match.status() == MatchStatus.JUDGED;
            if (joins
                    && members.contains(match.pair().smaller())
                    && members.contains(match.pair().larger())) {
                links.computeIfAbsent(match.pair().smaller(), key -> new ArrayList<>())
                        .add(match);
                links.computeIfAbsent(match.pair().larger(), key -> new ArrayList<>())
                        .add(match);
            }
        }
        Map<RecordKey, Match> reachedBy = new HashMap<>();
        Deque<RecordKey> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty() && !reachedBy.containsKey(to)) {
            RecordKey at = open.remove();
            for (Match match : links.getOrDefault(at, List.of())) {
                RecordKey next = match.pair().other(at);
                if (!next.equals(from) && reachedBy.putIfAbsent(next, match) == null) {
                    open.add(next);
                }
            }
        }
        return walkBack(from, to, reachedBy);
    }

    private static List<Match> walkBack(RecordKey from, RecordKey to, Map<RecordKey, Match> reachedBy) {
        List<Match> path = new ArrayList<>();
        RecordKey at = to;
        while (!at.equals(from)) {
            @Nullable Match match = reachedBy.get(at);
            if (match == null) {
                return List.of();
            }
            path.add(match);
            at = match.pair().other(at);
        }
        Collections.reverse(path);
        return path;
    }
}
