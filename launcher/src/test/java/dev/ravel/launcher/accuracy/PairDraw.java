package dev.ravel.launcher.accuracy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.bulk.BulkResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Draws pairs of a resolution for people to judge: pairs of records that were merged, and near misses, which are pairs
 * scored below the match threshold and not below the review threshold. A pair's place is the hash of the seed and its
 * keys, so that a draw does not depend on the order of records and hardly on other pairs.
 */
final class PairDraw {
    static final String SEED = "ravel-crm-3";

    private PairDraw() {}

    static List<RecordPair> merged(BulkResult result, int count) {
        List<RecordPair> pairs = new ArrayList<>();
        for (Entity entity : result.entities()) {
            List<RecordKey> records = List.copyOf(entity.records());
            for (int i = 0; i < records.size(); i++) {
                for (int j = i + 1; j < records.size(); j++) {
                    pairs.add(RecordPair.of(records.get(i), records.get(j)));
                }
            }
        }
        return draw(pairs, count);
    }

    static List<RecordPair> nearMisses(BulkResult result, int count) {
        return draw(
                result.matches().stream()
                        .filter(match -> match.status() == MatchStatus.REVIEW)
                        .map(Match::pair)
                        .toList(),
                count);
    }

    private static List<RecordPair> draw(List<RecordPair> pairs, int count) {
        return pairs.stream()
                .sorted(Comparator.comparing(PairDraw::place))
                .limit(count)
                .toList();
    }

    private static String place(RecordPair pair) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((SEED + pair).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
