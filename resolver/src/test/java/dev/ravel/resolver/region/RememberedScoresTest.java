package dev.ravel.resolver.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.AttributeName;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RememberedScoresTest {
    private static final int THREE = 3;
    private static final Resolver RESOLVER = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());

    private int scored;

    @Test
    void aRegionIsScoredOnceWhileItsRecordsAreTheSame() {
        RememberedScores remembered = new RememberedScores(100);
        LiveRecord a = record("a", "1");
        LiveRecord b = record("b", "1");
        List<ScoredPair> first = score(remembered, List.of(a, b));
        LiveRecord again = new LiveRecord(b.standard(), b.suppressed(), b.overCap());
        assertThat(score(remembered, List.of(a, again))).isEqualTo(first);
        assertThat(scored).isEqualTo(1);
    }

    @Test
    void anotherVersionOrAnotherStateOfAKeyIsScoredAnew() {
        RememberedScores remembered = new RememberedScores(100);
        LiveRecord a = record("a", "1");
        LiveRecord b = record("b", "1");
        score(remembered, List.of(a, b));
        score(remembered, List.of(a, record("b", "2")));
        score(remembered, List.of(a, new LiveRecord(b.standard(), 1, 0)));
        assertThat(scored).isEqualTo(THREE);
    }

    @Test
    void theRegionUsedLeastRecentlyIsForgottenFirst() {
        // Each region takes three: two records and a pair.
        RememberedScores remembered = new RememberedScores(2 * THREE);
        List<LiveRecord> first = List.of(record("a", "1"), record("b", "1"));
        List<LiveRecord> second = List.of(record("c", "1"), record("d", "1"));
        score(remembered, first);
        score(remembered, second);
        score(remembered, first);
        score(remembered, List.of(record("e", "1"), record("f", "1")));
        scored = 0;
        score(remembered, first);
        assertThat(scored).isZero();
        score(remembered, second);
        assertThat(scored).isEqualTo(1);
    }

    @Test
    void nothingIsRememberedBeyondTheLimit() {
        RememberedScores remembered = new RememberedScores(2);
        List<LiveRecord> records = List.of(record("a", "1"), record("b", "1"));
        score(remembered, records);
        score(remembered, records);
        assertThat(scored).isEqualTo(2);
    }

    private List<ScoredPair> score(RememberedScores remembered, List<LiveRecord> records) {
        return remembered.of(records, region -> {
            scored++;
            return List.of(new ScoredPair(
                    new RecordPair(region.get(0).key(), region.get(1).key()), scored));
        });
    }

    private static LiveRecord record(String id, String phone) {
        SourceRecord version = SourceRecord.of(
                RecordKey.of("crm", id),
                RecordType.PERSON,
                Instant.parse("2026-03-01T08:00:00Z"),
                Map.of(AttributeName.PHONE, List.of("1380013800" + phone)));
        return LiveRecord.of(RESOLVER.standardiser().standardise(version), key -> false, key -> false);
    }
}
