package dev.ravel.ingest.infer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.configuration.source.RecordMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsByValuesTest {
    private static final String HEADER = "c0,c1,c2,c3,c4,c5,c6,c7\n";

    private final Path folder;
    private final RavelConfiguration configuration;
    private final List<String> notes = new ArrayList<>();

    ColumnsByValuesTest(@TempDir Path folder) {
        this.folder = folder;
        this.configuration = RavelConfiguration.defaults().withDataDirectory(folder.resolve("data"));
    }

    @Test
    void columnsWithoutAnyNamesAreReadByTheirValues() throws IOException {
        RecordMapping mapping = infer(HEADER, rows());

        assertThat(mapping.id()).hasToString("{c0}");
        assertThat(mapping.attributes().toString())
                .isEqualTo("{birthDate=[{c2}], email=[{c4}], phone=[{c3}], postcode=[{c6}]}");
        assertThat(notes.get(0))
                .contains("known by {c0}, whose values are all distinct")
                .contains("phone ← {c3} (by its values)")
                .contains("birthDate ← {c2} (by its values)");
        assertThat(notes.get(0).lines()).hasSize(5);
    }

    @Test
    void namesWithLegalFormsMakeAFileOneOfOrganizations() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(i + ",Acme" + i + (i % 2 == 0 ? " Ltd" : "") + ",Apex" + i + ",7736" + (100_000 + i)
                    + ",1990-01-02");
        }

        RecordMapping mapping = infer("id,name,aliases,registration number,founded\n", rows);

        assertThat(mapping.type()).hasToString("ORGANIZATION");
        assertThat(mapping.attributes().toString())
                .isEqualTo("{birthDate=[{founded}], businessLicence=[{registration number}], "
                        + "organizationName=[{name}, {aliases}]}");
        assertThat(infer("id,name,registration number\n", List.of("1,John Smith,5"))
                        .type())
                .hasToString("UNKNOWN");
    }

    @Test
    void theOrderOfRowsMakesNoDifference() throws IOException {
        List<String> rows = rows();
        RecordMapping first = infer(HEADER, rows);
        Collections.shuffle(rows, new Random(1));

        assertThat(infer(HEADER, rows)).isEqualTo(first);
    }

    @Test
    void whatWasTakenByItsValuesIsUsedAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), HEADER + String.join("\n", rows()));
        RavelConfiguration first = InferredSources.complete(configuration, List.of(file), note -> {});

        RavelConfiguration again = InferredSources.complete(configuration, List.of(file), notes::add);

        assertThat(notes).hasSize(1).first().asString().contains("inferred.yaml");
        assertThat(again.sources()).isEqualTo(first.sources());
    }

    @Test
    void twoColumnsOfSuchDatesSayNothing() throws IOException {
        List<String> rows =
                rows().stream().map(row -> row + ',' + row.split(",", -1)[2]).toList();

        assertThat(infer(HEADER.strip() + ",c8\n", rows).attributes()).doesNotContainKey("birthDate");
    }

    @ParameterizedTest
    @CsvSource({
        "K-%d,        c1,        {c1}",
        "%d,          c1,        {c1}",
        "%d,          ref,       {ref}",
        "%d,          país,      {_offset}",
        "%d,          agent_no,  {_offset}",
        "x%d@y.de,    c1,        {_offset}",
        "note %d,     c1,        {_offset}",
        "%d.50,       c1,        {_offset}",
        "7029%d1300,  c1,        {_offset}",
        "Ann,         c1,        {_offset}",
        "2021-03-01T10:%d, c1,   {_offset}",
    })
    void aDistinctCodeIsTheIdWhereNoColumnIsNamedOne(String format, String column, String id) throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 10; i < 60; i++) {
            rows.add("Ann," + format.replace("%d", Integer.toString(i)));
        }

        assertThat(infer("name," + column + "\n", rows).id()).hasToString(id);
    }

    @Test
    void oneCodeTwiceOrOneBlankRefusesAColumn() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            rows.add("Ann,K-" + (i == 999 ? 0 : i) + ',' + (i == 500 ? "" : "L-" + i));
        }

        assertThat(infer("name,c1,c2\n", rows).id()).hasToString("{_offset}");
    }

    @Test
    void whatTheAttributesFeedIsSaidInOneLine() throws IOException {
        Path file = Files.writeString(
                folder.resolve("people.csv"), "id,name,phone,dob\n1,Ann Lee,13812345678,1980-05-06\n");

        InferredSources.infer(configuration, List.of(file), notes::add);

        assertThat(notes)
                .hasSize(2)
                .last()
                .asString()
                .startsWith(
                        "people.csv: compared by familyName, givenName, birthDate, phone; candidates by an equal PHONE"
                                + " and by the blocking rules birthDateAndName, nameAndBirthYear, ")
                .doesNotContain("organization");
    }

    private RecordMapping infer(String header, List<String> rows) throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), header + String.join("\n", rows));
        return requireNonNull(requireNonNull(InferredSources.infer(configuration, List.of(file), notes::add)
                        .get("people"))
                .mapping());
    }

    /** A code, a word, a birth date, a phone, an e-mail, a day of the last years, a postcode and an amount. */
    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            rows.add("K%05d,word,%d-%02d-%02d,+49 30 %d %d,ann%d@example.com,%d-0%d-11,W%d %dTT,%d.50"
                    .formatted(
                            i * 7,
                            1940 + i % 60,
                            1 + i % 12,
                            1 + i % 28,
                            100 + i,
                            200 + i % 700,
                            i,
                            2015 + i % 9,
                            1 + i % 9,
                            i % 20,
                            i % 10,
                            i % 83));
        }
        return rows;
    }
}
