package dev.ravel.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ravel.configuration.source.Delivery;
import dev.ravel.configuration.source.RecordMapping;
import dev.ravel.configuration.source.SourceConfiguration;
import dev.ravel.configuration.source.Template;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.resolver.settings.ResolverSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ConfigurationReaderTest {
    @Test
    void anEmptyFileGivesTheDefaults() {
        RavelConfiguration configuration = RavelConfiguration.defaults();

        assertThat(configuration.resolver()).isEqualTo(ResolverSettings.defaults());
        assertThat(configuration.sources()).isEmpty();
        assertThat(configuration.graph().server()).isEmpty();
        assertThat(configuration.api().host()).isEqualTo("127.0.0.1");
        assertThat(configuration.api().port()).isEqualTo(8080);
        assertThat(configuration.ingest().batchTime()).isEqualTo(Duration.ofMillis(10));
        assertThat(configuration.ingest().deadLetterDirectory()).isEqualTo(Path.of(".ravel", "dead-letters"));
    }

    @Test
    void everyPartIsRead() {
        RavelConfiguration configuration = read(
                """
                tenant: acme
                dataDirectory: data
                resolution:
                  region: US
                  matchWeight: 7.5
                  identifiers:
                    phone: { nameCap: 25, grace: 90d }
                  suppressed: [ "PHONE:+8613800138000" ]
                sources:
                  crm:
                    files: "crm_*.csv"
                    delivery: snapshot
                    maxDeletedShare: 5%
                    zone: UTC
                    asOf: 2026-03-01
                    trust: 3
                    duplicateFree: true
                    type: PERSON
                    id: contact_id
                    observedAt: [updated_at, created_at]
                    attributes:
                      name: "{last}, {first}"
                      phone: [mobile, "{area}{number}"]
                graph:
                  uri: neo4j://graph.example:7687
                  embedded: { heap: 1GB }
                ingest:
                  batchTime: 25ms
                """);

        assertThat(configuration.resolver().tenant()).isEqualTo("acme");
        assertThat(configuration.resolver().matchWeight()).isEqualTo(7.5);
        assertThat(configuration.resolver().identifier(IdentifierType.PHONE).nameCap())
                .isEqualTo(25);
        assertThat(configuration.resolver().identifier(IdentifierType.PHONE).grace())
                .isEqualTo(Duration.ofDays(90));
        assertThat(configuration.resolver().identifier(IdentifierType.EMAIL).grace())
                .isEqualTo(ResolverSettings.defaults()
                        .identifier(IdentifierType.EMAIL)
                        .grace());
        assertThat(configuration.resolver().identifier(IdentifierType.TAX_ID).exclusive())
                .isTrue();
        assertThat(configuration.resolver().suppressedValues()).containsExactly("PHONE:+8613800138000");
        assertThat(configuration.resolver().trust("crm")).isEqualTo(3);
        assertThat(configuration.resolver().duplicateFreeSources()).containsExactly("crm");
        assertThat(configuration.graph().server().orElseThrow().uri()).isEqualTo("neo4j://graph.example:7687");
        assertThat(configuration.graph().embedded().heapBytes()).isEqualTo(1L << 30);
        assertThat(configuration.ingest().batchTime()).isEqualTo(Duration.ofMillis(25));

        SourceConfiguration crm = Objects.requireNonNull(configuration.sources().get("crm"));
        assertThat(crm.owns("crm_contacts.csv")).isTrue();
        assertThat(crm.owns("billing.csv")).isFalse();
        assertThat(crm.delivery()).isEqualTo(Delivery.SNAPSHOT);
        assertThat(crm.maxDeletedShare()).isEqualTo(0.05);
        assertThat(crm.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(crm.asOf()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        RecordMapping mapping = Objects.requireNonNull(crm.mapping());
        assertThat(mapping.observedAt()).hasSize(2);
        assertThat(mapping.attributes())
                .containsEntry("phone", List.of(Template.parse("mobile"), Template.parse("{area}{number}")));
    }

    @Test
    void theEnvironmentWinsOverTheFile() {
        RavelConfiguration configuration = ConfigurationReader.parse(
                "graph: { uri: 'bolt://a:1', user: file, password: file }",
                "test",
                Map.of("NEO4J_URI", "bolt://b:2", "NEO4J_PASSWORD", "secret"));

        assertThat(configuration.graph().server())
                .contains(new GraphConfiguration.Server("bolt://b:2", "file", "secret", "neo4j"));
    }

    @Test
    void aPasswordDoesNotReachLogs() {
        RavelConfiguration configuration =
                ConfigurationReader.parse("graph: { uri: 'bolt://a:1', password: hush }", "test", Map.of());

        assertThat(configuration.toString()).doesNotContain("hush");
    }

    @Test
    void allProblemsAreListedWithTheirLines() {
        ConfigurationException failure = failure(
                """
                tenant: main
                resolution:
                  matchWieght: 6
                  blockCap: many
                  identifiers:
                    telephone: { nameCap: 3 }
                neo4j:
                  uri: bolt://a:1
                ingest:
                  batchTime: 10
                sources:
                  crm:
                    zone: Moon/Crater
                    attributes:
                      name: full_name
                """);

        assertThat(failure.problems()).extracting(ConfigurationProblem::line).containsExactly(3, 4, 6, 7, 10, 12, 13);
        assertThat(failure)
                .hasMessageContaining("line 3: unknown key resolution.matchWieght; did you mean matchWeight?")
                .hasMessageContaining("line 4: resolution.blockCap: must be a whole number (found: many)")
                .hasMessageContaining("line 7: the key neo4j is retired: use the section graph")
                .hasMessageContaining("line 10: ingest.batchTime: must be a duration with its unit")
                .hasMessageContaining("line 12: sources.crm.id is missing");
    }

    @Test
    void onlyWhatPassesFromOneOwnerToAnotherHasAGrace() {
        assertThat(failure("resolution:\n  identifiers:\n    national_id:\n      grace: 30d\n")
                        .problems())
                .containsExactly(new ConfigurationProblem(
                        3,
                        "resolution.identifiers.national_id.grace: only PHONE, EMAIL and DEVICE pass from one owner to"
                                + " another and have a grace"));
    }

    @Test
    void aKeyGivenTwiceIsAProblem() {
        assertThat(failure("tenant: a\ntenant: b\n").problems())
                .containsExactly(new ConfigurationProblem(2, "the key tenant is given twice"));
    }

    @Test
    void aRetiredKeyInsideANamedSectionIsFound() {
        assertThat(failure("sources:\n  crm:\n    snapshot: true\n")).hasMessageContaining("use delivery: snapshot");
    }

    @Test
    void brokenYamlNamesItsLine() {
        assertThat(failure("tenant: main\nresolution: [\n").problems().get(0).line())
                .isGreaterThan(1);
    }

    @Test
    void settingsThatContradictEachOtherAreAProblem() {
        assertThat(failure("resolution: { matchWeight: 1.0, reviewWeight: 3.0 }"))
                .hasMessageContaining("reviewWeight 3.0 is above matchWeight 1.0");
    }

    @Test
    void aFileThatIsNotThereSaysSo() {
        assertThatThrownBy(() -> ConfigurationReader.read(Path.of("no-such-ravel.yaml"), Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no-such-ravel.yaml")
                .hasMessageContaining("cannot be read");
    }

    private static RavelConfiguration read(String text) {
        return ConfigurationReader.parse(text, "test", Map.of());
    }

    private static ConfigurationException failure(String text) {
        return catchThrowableOfType(ConfigurationException.class, () -> read(text));
    }
}
