package dev.ravel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.Dialled;
import dev.ravel.generator.RecordFiles;
import dev.ravel.generator.WritingFlaw;
import dev.ravel.generator.WritingFlaws;
import dev.ravel.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ravel generate} as a user calls it. */
class GenerateTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void writesTheCustomersThatTheDialsAskForWithTheirTruth() throws IOException {
        CustomerGenerator asked =
                CustomerGenerator.ofVersions(7, 600).with(WritingFlaws.NONE.with(WritingFlaw.MASKED_PHONES, 0.4));
        Path expected = Files.createDirectory(directory.resolve("expected"));
        RecordFiles.writeJsonLines(asked, expected);
        RecordFiles.writeTruth(asked, expected.resolve("truth.csv"));
        Path made = directory.resolve("made");

        assertThat(run("generate", "-o", made, "--records", "600", "--seed", "7", "--dial", "MASKED_PHONES=0.4"))
                .isZero();

        for (String file : List.of("crm.jsonl", "shop.jsonl", "app.jsonl", "support.jsonl")) {
            assertThat(made.resolve("records").resolve(file)).hasSameTextualContentAs(expected.resolve(file));
        }
        assertThat(made.resolve("truth.csv")).hasSameTextualContentAs(expected.resolve("truth.csv"));
        assertThat(made.resolve("expectations.csv")).content().contains("SHOP_TABLET,0,IDENTIFIER_SUPPRESSED");
        assertThat(made.resolve("records/crm.jsonl")).content().containsPattern("1\\d\\d\\*{4}\\d{4}");
    }

    @Test
    void listsEachDialWithItsMeaning() {
        assertThat(run("generate", "--list-dials")).isZero();

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSameSizeAs(Dialled.all());
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).matches("FAMILY_PHONES +0.12 +households of several in which .*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--dial TYPO=0.3                     | there is no dial TYPO; the most like it is TYPOS",
                "--dial TYPOS=1.5                    | TYPOS cannot be 1.5",
                "--dial TYPOS=often                  | the share of TYPOS is a number from 0 to 1, and not \"often\"",
                "--dial TYPOS                        | NAME=SHARE",
                "--dial TYPOS=0.1 --dial typos=0.2   | the dial TYPOS is turned twice",
                "--dial MASKED_PHONES=.6 --dial LENT_PHONES=.6 | cannot add up to more than 1",
                "--customers 7000000                 | from 0 to 6000000 customers",
                "--customers 10 --records 10         | not both"
            })
    void whatCannotBeIsOneLineThatSaysWhy(String options, String message) {
        String[] words = ("generate -o " + directory.resolve("made") + " " + options).split(" +");

        assertThat(run((Object[]) words)).isEqualTo(ExitCode.USAGE.code());

        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
        assertThat(directory.resolve("made")).doesNotExist();
    }

    @Test
    void withoutAPlaceToWriteToNothingIsGenerated() {
        assertThat(run("generate")).isEqualTo(ExitCode.USAGE.code());

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("-o DIR");
    }

    private int run(Object... arguments) {
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
