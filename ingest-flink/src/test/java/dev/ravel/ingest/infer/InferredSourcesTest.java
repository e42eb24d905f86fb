package dev.ravel.ingest.infer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.configuration.ConfigurationException;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.configuration.source.SourceConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InferredSourcesTest {
    private final Path folder;
    private final RavelConfiguration configuration;

    InferredSourcesTest(@TempDir Path folder) {
        this.folder = folder;
        this.configuration = RavelConfiguration.defaults().withDataDirectory(folder.resolve("data"));
    }

    @Test
    void whatIsInferredIsSaidSavedAndUsedAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), "id,first_name,phone\n1,Ann,138\n");
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();

        RavelConfiguration inferred = InferredSources.complete(configuration, List.of(file), first::add);
        RavelConfiguration again = InferredSources.complete(configuration, List.of(file), second::add);

        assertThat(first.get(0)).contains("people.csv", "givenName ← {first_name}", "phone ← {phone}");
        assertThat(folder.resolve("data/inferred.yaml")).exists();
        assertThat(second).hasSize(1).first().asString().contains("inferred.yaml");
        assertThat(again.sources()).isEqualTo(inferred.sources()).containsOnlyKeys("people");
    }

    @Test
    void aFileOfTheSameNameWithOtherColumnsIsInferredAnew() throws IOException {
        Path file = Files.writeString(folder.resolve("records.csv"), "id,phone\n1,138\n");
        InferredSources.complete(configuration, List.of(file), note -> {});
        Files.writeString(file, "id,email\n1,a@b.c\n");

        RavelConfiguration inferred = InferredSources.complete(configuration, List.of(file), note -> {});

        assertThat(attributes(inferred, "records")).containsExactly("email");
    }

    @Test
    void inputsThatSayThemselvesWhatTheyAreNeedNothing() throws IOException {
        Path canonical =
                Files.writeString(folder.resolve("a.jsonl"), "{\"source\":\"a\",\"id\":\"1\",\"attributes\":{}}\n");
        Path senzing = Files.writeString(folder.resolve("b.jsonl"), "{\"DATA_SOURCE\":\"a\",\"RECORD_ID\":\"1\"}\n");

        assertThat(InferredSources.complete(configuration, List.of(canonical, senzing), note -> {}))
                .isSameAs(configuration);
    }

    @Test
    void aFileWithoutAHeaderIsRefusedForItsFirstLineIsNoName() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append("r")
                    .append(i)
                    .append(",王小明,138000")
                    .append(10000 + i * 7)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("bare.csv"), lines);

        assertThatThrownBy(() -> InferredSources.complete(configuration, List.of(file), note -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("bare.csv", "the first line", "names of the columns");
    }

    @Test
    void everyFileThatIsNoTextIsNamed() throws IOException {
        Path workbook = Files.writeString(folder.resolve("a.csv"), "PK\u0003\u0004");
        Path noise = Files.writeString(folder.resolve("b.csv"), "\1\2\3\4");

        assertThatThrownBy(() -> InferredSources.complete(configuration, List.of(workbook, noise), note -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("a.csv", "Excel", "b.csv", "not text");
    }

    @Test
    void otherJsonIsInferredFromItsMembers() throws IOException {
        Path file =
                Files.writeString(folder.resolve("c.jsonl"), "{\"id\":1,\"email\":\"a@b.c\"}\n{\"phone\":\"138\"}\n");

        RavelConfiguration inferred = InferredSources.complete(configuration, List.of(file), note -> {});

        assertThat(attributes(inferred, "c")).containsExactly("email", "phone");
    }

    @Test
    void everyFileThatNothingExplainsIsNamedAndNothingIsSaved() throws IOException {
        Path people = Files.writeString(folder.resolve("people.csv"), "id,phone\n1,138\n");
        Path visits = Files.writeString(folder.resolve("visits.csv"), "page,seconds\n/home,3\n");
        Path picture = Files.writeString(folder.resolve("picture.csv"), "\u0007\u001b[2J" + "x".repeat(1000) + "\n1\n");

        assertThatThrownBy(() -> InferredSources.complete(configuration, List.of(people, visits, picture), note -> {}))
                .isInstanceOfSatisfying(ConfigurationException.class, refused -> assertThat(refused.problems())
                        .hasSize(2)
                        .anySatisfy(problem -> assertThat(problem.message())
                                .contains("visits.csv")
                                .contains("page, seconds"))
                        .anySatisfy(problem -> assertThat(problem.message())
                                .contains("picture.csv")
                                .doesNotContain("\u001b")
                                .hasSizeLessThan(400)));

        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        List<String> notes = new ArrayList<>();

        assertThat(InferredSources.complete(configuration, List.of(empty), notes::add))
                .isSameAs(configuration);

        assertThat(notes).containsExactly("empty.csv: the file is empty");
    }

    @Test
    void aTableWithoutAnIdIsSaidToBeKnownByPlace() throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), "name,phone\nAnn,138\n");
        List<String> notes = new ArrayList<>();

        InferredSources.complete(configuration, List.of(file), notes::add);

        assertThat(notes.get(0)).contains("no column is an id");
    }

    @Test
    void columnsWhoseNamesSayNothingAreReadByTheirValuesInAnyOrderOfRows() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            rows.add(i + ",Ann " + i + ",ann" + i + "@example.com,W" + i % 90 + " 3TT,note " + i);
        }
        String header = "id,name,col3,postcode_fake,col5\n";
        Path file = Files.writeString(folder.resolve("people.csv"), header + String.join("\n", rows));
        RavelConfiguration first = InferredSources.complete(configuration, List.of(file), note -> {});
        List<String> notes = new ArrayList<>();
        RavelConfiguration again = InferredSources.complete(configuration, List.of(file), notes::add);
        Collections.reverse(rows);
        Files.writeString(file, header + String.join("\n", rows));
        RavelConfiguration elsewhere = configuration.withDataDirectory(folder.resolve("other"));

        RavelConfiguration reversed = InferredSources.complete(elsewhere, List.of(file), note -> {});

        assertThat(attributes(first, "people")).containsExactly("email", "name", "postcode");
        assertThat(notes).hasSize(1).first().asString().contains("inferred.yaml");
        assertThat(again.sources()).isEqualTo(first.sources());
        assertThat(reversed.sources()).isEqualTo(first.sources());
    }

    private static Set<String> attributes(RavelConfiguration configuration, String source) {
        SourceConfiguration found = requireNonNull(configuration.sources().get(source));
        return requireNonNull(found.mapping()).attributes().keySet();
    }
}
