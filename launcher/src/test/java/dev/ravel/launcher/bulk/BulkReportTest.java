package dev.ravel.launcher.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.cluster.Guard;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkReportTest {
    private final Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());

    @Test
    void everyGuardHasACounter() {
        List<Match> matches = new ArrayList<>();
        matches.add(match(MatchStatus.ACCEPTED, ""));
        matches.add(match(MatchStatus.REVIEW, ""));
        matches.add(match(MatchStatus.BLOCKED, "judgement-1"));
        for (Guard guard : Guard.values()) {
            matches.add(match(MatchStatus.HELD, guard.name()));
        }
        matches.add(match(MatchStatus.HELD, Guard.WEAK_BRIDGE.name()));

        BulkReport report = report(matches);

        assertThat(report.heldByGuard())
                .containsOnlyKeys(
                        "COMPONENT_SIZE", "EXCLUSIVE_CONFLICT", "WEAK_BRIDGE", "CANNOT_LINK", "AMBIGUOUS_BRIDGE")
                .containsEntry("COMPONENT_SIZE", 1L)
                .containsEntry("EXCLUSIVE_CONFLICT", 1L)
                .containsEntry("WEAK_BRIDGE", 2L)
                .containsEntry("CANNOT_LINK", 2L)
                .containsEntry("AMBIGUOUS_BRIDGE", 1L);
        assertThat(report.lines()).containsEntry("links held by weak bridge", "2");
        assertThat(report.json().path("heldByGuard").path("CANNOT_LINK").asLong())
                .isEqualTo(2);
    }

    @Test
    void aGuardThatHeldNothingIsShownToo() {
        assertThat(report(List.of()).lines()).containsEntry("links held by component size", "0");
    }

    private BulkReport report(List<Match> matches) {
        BulkResult result = new BulkResult(List.of(), matches, List.of(), List.of(), 0, 0, 0);
        return BulkReport.of(result, resolver, 0, 0, 0, 0, Instant.EPOCH, Duration.ZERO);
    }

    private static Match match(MatchStatus status, String cause) {
        RecordPair pair = RecordPair.of(RecordKey.of("crm", "1"), RecordKey.of("crm", "2"));
        return new Match(pair, 5, status, "", "PHONE", cause);
    }
}
