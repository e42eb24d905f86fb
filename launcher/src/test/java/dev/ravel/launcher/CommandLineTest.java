package dev.ravel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    static Stream<String> verbs() {
        Console silent = new Console(
                new PrintStream(PrintStream.nullOutputStream()),
                new PrintStream(PrintStream.nullOutputStream()),
                false);
        return Ravel.commandLine(silent).getSubcommands().keySet().stream();
    }

    @Test
    void hasTheVerbsOfTheContract() {
        assertThat(verbs())
                .containsExactlyInAnyOrder(
                        "demo",
                        "serve",
                        "ingest",
                        "resolve",
                        "train",
                        "reresolve",
                        "load",
                        "infer",
                        "generate",
                        "evaluate",
                        "verify",
                        "audit",
                        "audit-sample",
                        "feed",
                        "report",
                        "version");
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void theHelpOfAVerbGivesAnExampleThatParses(String verb) {
        assertThat(run(verb, "--help")).isEqualTo(ExitCode.OK.code());

        String help = out.toString(StandardCharsets.UTF_8);
        assertThat(help).contains("Example");
        assertThat(help.lines().map(String::strip)).anyMatch(line -> line.startsWith("ravel " + verb));
    }

    @Test
    void helpOfTheCommandListsTheExitCodes() {
        assertThat(run("--help")).isZero();

        String help = out.toString(StandardCharsets.UTF_8);
        for (ExitCode code : ExitCode.values()) {
            assertThat(help).containsPattern("(?m)^  " + code.code() + " ");
        }
    }

    @Test
    void anUnknownOptionIsOneLineThatNamesTheHelp() {
        assertThat(run("version", "--colour")).isEqualTo(ExitCode.USAGE.code());

        assertThat(error().lines()).hasSize(1);
        assertThat(error()).contains("--colour").contains("ravel version --help");
    }

    @Test
    void anErrorBelowAVerbNamesTheHelpOfBoth() {
        assertThat(run("report", "churn")).isEqualTo(ExitCode.USAGE.code());

        assertThat(error().lines()).hasSize(1);
        assertThat(error()).contains("--from").contains("ravel report churn --help");
    }

    @Test
    void aModelFileThatIsNoneIsOneLineThatSaysWhy(@TempDir Path directory) throws IOException {
        Path people = Files.writeString(directory.resolve("people.csv"), "id,phone\n1,138\n");
        Path missing = directory.resolve("missing.json");
        String[] command = {
            "resolve",
            people.toString(),
            "-o",
            directory.resolve("out").toString(),
            "--data-dir",
            directory.toString(),
            "--model",
            people.toString()
        };

        assertThat(run(command)).isEqualTo(ExitCode.USAGE.code());
        assertThat(error().lines())
                .last()
                .asString()
                .contains("people.csv is not JSON")
                .contains("line 1");

        command[command.length - 1] = missing.toString();
        assertThat(run(command)).isEqualTo(ExitCode.USAGE.code());
        assertThat(error().lines()).last().asString().endsWith("there is no model file " + missing);
        assertThat(error()).as("the model is looked at before the input").doesNotContain("resolving");
    }

    @Test
    void noVerbIsAnsweredWithTheHelp() {
        assertThat(run()).isEqualTo(ExitCode.USAGE.code());

        assertThat(error()).contains("Verbs:").contains("ravel demo");
    }

    @Test
    void anUnknownVerbIsOneLineThatNamesIt() {
        assertThat(run("resolv")).isEqualTo(ExitCode.USAGE.code());

        assertThat(error().lines()).hasSize(1);
        assertThat(error()).contains("resolv").contains("ravel --help");
    }

    @Test
    void inferMapsWhatItKnowsAndSaysWhatItDoesNot(@TempDir Path directory) throws IOException {
        Path people = Files.writeString(directory.resolve("people.csv"), "id,phone\n1,138\n");
        Path facts = Files.writeString(directory.resolve("facts.csv"), "colour,weight\nred,7\n");

        assertThat(run("infer", people.toString(), facts.toString())).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("people:").doesNotContain("facts");
        assertThat(error()).contains("facts.csv: no column has a known meaning").contains("colour, weight");
    }

    @Test
    void filesOfWhichNothingIsKnownAreNotResolved(@TempDir Path directory) throws IOException {
        Path facts = Files.writeString(directory.resolve("facts.csv"), "colour,weight\nred,7\n");

        assertThat(run(
                        "resolve",
                        facts.toString(),
                        "-o",
                        directory.resolve("out").toString()))
                .isEqualTo(ExitCode.USAGE.code());

        assertThat(error()).contains("facts.csv").contains("ravel.yaml");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest DIR --data-dir DATA", "resolve DIR -o DATA", "infer DIR"})
    void aDirectoryWithoutAFileIsOneLineThatSaysWhatToName(String command, @TempDir Path directory) throws IOException {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        Files.writeString(empty.resolve("logo.svg"), "<svg/>");
        Path data = directory.resolve("data");

        int code = run(command.replace("DIR", empty.toString())
                .replace("DATA", data.toString())
                .split(" "));

        assertThat(code).isEqualTo(ExitCode.USAGE.code());
        assertThat(error().lines()).hasSize(1);
        assertThat(error()).contains(empty.toString()).contains(".csv or .jsonl");
        assertThat(data).doesNotExist();
    }

    @Test
    void filesWithoutRecordsAreNotResolved(@TempDir Path directory) throws IOException {
        Path people = Files.writeString(directory.resolve("people.csv"), "id,phone\n");
        Path out = directory.resolve("out");

        assertThat(run("resolve", people.toString(), "-o", out.toString())).isEqualTo(ExitCode.USAGE.code());

        assertThat(error()).contains("people.csv: holds no record").contains("none of the files holds a record");
        assertThat(out).doesNotExist();
    }

    @Test
    void anOutputThatCannotBeMadeIsNamedAsItWasGiven(@TempDir Path directory) throws IOException {
        Path people = Files.writeString(directory.resolve("people.csv"), "id,phone\n1,138\n");
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(run("resolve", people.toString(), "-o", file.resolve("out").toString()))
                .isEqualTo(ExitCode.USAGE.code());

        assertThat(error()).contains("cannot make " + file.resolve("out")).contains("-o");
    }

    @Test
    void aMissingFileIsOneLineThatNamesIt(@TempDir Path directory) {
        Path missing = directory.resolve("missing.csv");

        assertThat(run("evaluate", "-p", missing.toString(), "-t", missing.toString()))
                .isEqualTo(ExitCode.USAGE.code());

        assertThat(error().lines()).hasSize(1);
        assertThat(error()).contains(missing.toString());
    }

    @Test
    void versionAsJsonNamesRavelAndJava() {
        assertThat(run("version", "--json")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"ravel\"").contains("\"java\"");
    }

    private int run(String... arguments) {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Ravel.commandLine(console).execute(arguments);
    }

    private String error() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
