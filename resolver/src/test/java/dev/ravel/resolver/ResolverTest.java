package dev.ravel.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.RecordType;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.IdentifierSettings;
import dev.ravel.resolver.settings.ResolutionDigest;
import dev.ravel.resolver.settings.ResolverSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolverTest {
    private final Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());

    @Test
    void samePhoneAndNameMatchWhateverTheirFormat() {
        LiveRecord a = live("a", Map.of("name", List.of("王小明"), "phone", List.of("138 0013 8001")));
        LiveRecord b = live("b", Map.of("name", List.of("王小明"), "phone", List.of("+86-13800138001")));

        assertThat(resolver.scorer().score(a, b, resolver.model()))
                .isGreaterThan(resolver.settings().matchWeight());
    }

    @Test
    void theDigestNamesTheSettings() {
        assertThat(Resolver.of(ResolverSettings.defaults(), MatchModel.shipped())
                        .digest())
                .isEqualTo(resolver.digest());
    }

    @Test
    void aGraceIsPartOfTheDigestAndNotOfWhatKeysDependOn() {
        ResolverSettings settings = ResolverSettings.defaults();
        IdentifierSettings phone = settings.identifier(IdentifierType.PHONE);
        ResolverSettings other = new ResolverSettings(
                settings.tenant(),
                settings.defaultRegion(),
                settings.zone(),
                settings.matchWeight(),
                settings.reviewWeight(),
                settings.weakBridgeMargin(),
                settings.maxEntityRecords(),
                settings.blockCap(),
                settings.identifierCandidateCap(),
                Map.of(
                        IdentifierType.PHONE,
                        new IdentifierSettings(
                                phone.nameCap(),
                                phone.exclusive(),
                                phone.grace().plusDays(1))),
                settings.suppressedValues(),
                settings.sources());
        ResolutionDigest digest = Resolver.of(other, MatchModel.shipped()).digest();

        assertThat(digest.hex()).isNotEqualTo(resolver.digest().hex());
        assertThat(digest.sameKeysAs(resolver.digest())).isTrue();
    }

    private LiveRecord live(String id, Map<String, List<String>> attributes) {
        SourceRecord record = SourceRecord.of(
                RecordKey.of("crm", id), RecordType.PERSON, Instant.parse("2026-01-01T00:00:00Z"), attributes);
        return new LiveRecord(resolver.standardiser().standardise(record), 0, 0);
    }
}
