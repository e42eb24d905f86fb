package dev.ravel.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.resolver.scoring.MatchModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training under a truth, and evaluating what comes of it, by the commands themselves. */
class TrainAndEvaluateTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private Path people;
    private Path truth;

    @BeforeEach
    void generate() throws IOException {
        people = directory.resolve("people.csv");
        truth = directory.resolve("truth.csv");
        CustomerGenerator customers = CustomerGenerator.ofVersions(3, 600);
        RecordFiles.writeCsv(customers, people);
        RecordFiles.writeTruth(customers, truth);
    }

    @Test
    void aModelSaysThatItWasTrainedUnderATruthAndResolves() throws IOException {
        Path model = directory.resolve("model.json");

        run("train", people, "--truth", truth, "-o", model);

        assertThat(MatchModel.read(model).description()).startsWith("Trained under a truth with ");
        assertThat(directory.resolve("model.html")).content().contains("labelled pairs");
        run("resolve", people, "--model", model, "-o", directory.resolve("resolved"));
        run("evaluate", "-p", directory.resolve("resolved"), "-t", truth, "--min-f1", "0.9");
    }

    @Test
    void whatKeptTheStartingModelsValueIsNamedAndGrey() throws IOException {
        run("train", people, "-o", directory.resolve("model.json"));

        String line = out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(each -> each.startsWith("could not be estimated: "))
                .findFirst()
                .orElseThrow();
        List<String> named = List.of(line.substring(line.indexOf(": ") + 2).split(", "));
        Matcher rows = Pattern.compile("<tr><td>(\\w*)</td><td>(\\w+)</td><td class=\"n( not)?\">[^<]*</td>"
                        + "<td class=\"n( not)?\">")
                .matcher(Files.readString(directory.resolve("model.html")));
        Set<String> never = Set.of("sharedByOthers", "sameOtherTime");
        String comparison = "";
        int oneLevelOnly = 0;
        while (rows.find()) {
            comparison = rows.group(1).isEmpty() ? comparison : rows.group(1);
            String level = comparison + "." + rows.group(2);
            boolean kept = never.contains(rows.group(2))
                    || Set.of("nameOrder", "generation", "location", "device", "account", "loyaltyCard", "website")
                            .contains(comparison);
            assertThat(rows.group(3) != null)
                    .as("m of " + level)
                    .isEqualTo(kept || named.contains(comparison) || named.contains(level + ".m"));
            assertThat(rows.group(4) != null).as("u of " + level).isEqualTo(kept || named.contains(level + ".u"));
            oneLevelOnly += named.contains(level + ".m") ? 1 : 0;
        }
        assertThat(oneLevelOnly).isPositive();
    }

    @Test
    void aTruthAndJudgementsAreNotTakenTogether() {
        Path judgements = directory.resolve("judgements.jsonl");

        int code = execute("train", people, "--truth", truth, "--judgements", judgements, "-o", "model.json");

        assertThat(code).isEqualTo(ExitCode.USAGE.code());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("not both");
    }

    @Test
    void thePageExplainsTheWorstMistakesAndDrawsTheThresholds() throws IOException {
        Path result = directory.resolve("resolved");
        Path page = directory.resolve("evaluation.html");
        Path wrong = directory.resolve("wrong.csv");
        List<String> lines = Files.readAllLines(truth, StandardCharsets.UTF_8);
        String entity = lines.get(1).substring(lines.get(1).lastIndexOf(',') + 1);
        Files.write(
                wrong, lines.stream().map(line -> line.replace(entity, "one")).toList());
        Files.writeString(
                wrong,
                Files.readString(wrong).replaceFirst(",one\n", ",another\n").replaceFirst(",one\n", ",third\n"));

        run("resolve", people, "--model", "shipped", "-o", result);
        run("evaluate", "-p", result, "-t", wrong, "--html", page);

        assertThat(page)
                .content()
                .contains("pairs completeness ")
                .contains("<h2>By threshold</h2>")
                .contains("<polyline stroke=\"#48a\" points=\"")
                .contains("<h2>Worst merges</h2>")
                .contains("candidates by ")
                .contains("givenName exact")
                .doesNotContain("http");
    }

    @Test
    void mistakesAreExplainedInTextAndJsonWithoutValues() throws IOException {
        Path result = directory.resolve("resolved");
        run("resolve", people, "--model", "shipped", "-o", result);
        out.reset();

        run("evaluate", "-p", result, "-t", truth, "--explain");

        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .containsPattern("held +\\d+ pairs, with \\d+\\.\\d % of the records")
                .containsPattern("\n +4 +precision \\d\\.\\d{4}, recall")
                .containsPattern("why apart: .* ~ .* prior:-15\\.00 .*=")
                .doesNotContain("+86");
        out.reset();

        run("evaluate", "-p", result, "-t", truth, "--explain", "--json");

        JsonNode report = Json.parse(out.toString(StandardCharsets.UTF_8));
        assertThat(report.path("held").path("shareOfRecords").asDouble()).isBetween(0.001, 0.5);
        assertThat(report.path("byThreshold")).hasSizeGreaterThan(5);
        JsonNode pair = report.path("whyApart").path(0);
        double sum = pair.path("prior").asDouble();
        for (JsonNode level : pair.path("levels")) {
            sum += level.path("weight").asDouble();
        }
        assertThat(pair.path("weight").asDouble()).isCloseTo(sum, within(1e-9));
    }

    @Test
    void thePageShowsAComparisonWithoutATruth() throws IOException {
        Path page = directory.resolve("difference.html");

        run("evaluate", "-p", truth, "--against", truth, "--html", page);

        assertThat(page)
                .content()
                .contains("<h2>Against the other result</h2>")
                .contains("0 merged of several")
                .doesNotContain("By threshold");
    }

    @Test
    void blockingIsMeasuredWhereTruthIsGiven() throws IOException {
        Path result = directory.resolve("resolved");
        run("resolve", people, "--model", "shipped", "-o", result);
        out.reset();

        run("evaluate", "-p", result, "-t", truth, "--blocking", "--json");

        JsonNode blocking = Json.parse(out.toString(StandardCharsets.UTF_8)).path("blocking");
        JsonNode report = Json.read(result.resolve("report.json"));
        assertThat(blocking.path("candidatePairs")).isEqualTo(report.path("candidatePairs"));
        assertThat(blocking.path("trueCandidates").asLong())
                .isBetween(1L, blocking.path("truePairs").asLong() - 1);
        assertThat(blocking.path("pairsCompleteness").asDouble()).isBetween(0.5, 0.9999);
        assertThat(blocking.path("reduction").asDouble()).isBetween(0.9, 0.9999);
        assertThat(report.path("skippedBlocks").asLong()).isPositive();
        assertThat(report.path("skippedPairs").asLong())
                .isGreaterThan(report.path("skippedBlocks").asLong());
    }

    /** One entity of all records: recall 1, precision and F1 little more than 0. */
    @Test
    void aResultBelowAFloorEndsWithAFailureThatNamesTheFloor() throws IOException {
        Path one = directory.resolve("one.csv");
        Files.writeString(one, Files.readString(truth).replaceAll(",(person|outlet)-\\d+", ",one"));

        assertThat(execute("evaluate", "-p", one, "-t", truth, "--min-precision", "0.9"))
                .isEqualTo(ExitCode.FAILED.code());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("below the floor: pairwise precision 0.0")
                .contains("(at least 0.9000)")
                .doesNotContain("F1");
        assertThat(execute("evaluate", "-p", one, "-t", truth, "--min-f1", "0.9"))
                .isEqualTo(ExitCode.FAILED.code());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("below the floor: pairwise F1 0.0");
        run("evaluate", "-p", truth, "-t", truth, "--min-precision", "1", "--min-f1", "1", "--min-b3-f1", "1");
    }

    @Test
    void blockingIsNotMeasuredWithoutTheRecords() {
        assertThat(execute("evaluate", "-p", truth, "-t", truth, "--blocking")).isEqualTo(ExitCode.USAGE.code());
    }

    @Test
    void aResultIsComparedWithAnotherOne() throws IOException {
        Path result = directory.resolve("resolved");
        Path apart = directory.resolve("apart.csv");
        run("resolve", people, "--model", "shipped", "-o", result);
        StringBuilder alone = new StringBuilder("source,record_id,entity_id\n");
        List<String> rows = Files.readAllLines(result.resolve("entities.csv"));
        for (String row : rows.subList(1, rows.size())) {
            alone.append(row, 0, row.lastIndexOf(',') + 1)
                    .append(alone.length())
                    .append('\n');
        }
        Files.writeString(apart, alone);
        out.reset();

        run("evaluate", "-p", result, "--against", apart, "-t", truth, "--json");

        JsonNode report = Json.parse(out.toString(StandardCharsets.UTF_8));
        JsonNode against = report.path("against");
        assertThat(against.path("records").asInt()).isEqualTo(rows.size() - 1);
        assertThat(against.path("pairsLost").path("all").asLong()).isZero();
        assertThat(against.path("pairsGained").path("same").asLong())
                .isGreaterThan(against.path("pairsGained").path("different").asLong());
        double precision = report.path("pairwise").path("precision").asDouble();
        assertThat(against.path("pairsGained").path("same").asDouble()
                        / against.path("pairsGained").path("all").asDouble())
                .as("all pairs are gained, so that as many are right as the precision says")
                .isEqualTo(precision);
    }

    private void run(Object... arguments) {
        assertThat(execute(arguments))
                .as(() -> err.toString(StandardCharsets.UTF_8))
                .isEqualTo(ExitCode.OK.code());
    }

    private int execute(Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Ravel.commandLine(console).execute(texts);
    }
}
