package dev.ravel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.RecordFiles;
import dev.ravel.launcher.console.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as its users run it: a process of its own, with its own server process. */
class RavelIT {
    @Test
    void theDemoWorksAloneInItsDirectoryAndLeavesNoProcess(@TempDir Path directory) throws InterruptedException {
        try (RavelProcess demo =
                RavelProcess.start(directory, "demo", "--records", "600", "--port", "0", "--data-dir", "demo")) {
            demo.awaitText("starting the embedded Neo4j");
            try (RavelProcess second =
                    RavelProcess.start(directory, "demo", "--once", "--port", "0", "--data-dir", "demo")) {
                assertThat(second.await()).isEqualTo(ExitCode.USAGE.code());
                assertThat(second.error().lines()).hasSize(1);
                assertThat(second.error())
                        .contains("another ravel demo is running")
                        .contains("--data-dir");
            }
            demo.awaitText("Ctrl-C ends all of it");
            assertThat(demo.error())
                    .doesNotContain("FAILED")
                    .contains("{ entityBy(")
                    .contains("{ explain(");
            assertThat(demo.output()).contains("hard cases: 23 of 23");
            List<ProcessHandle> servers = demo.children();
            assertThat(servers).hasSize(1);

            demo.tellToEnd();
            demo.await();

            assertThat(servers.get(0).onExit().orTimeout(1, TimeUnit.MINUTES)).succeedsWithin(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void aTakenPortIsOneLineThatSaysWhatToDo(@TempDir Path directory) throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RavelProcess demo = RavelProcess.start(
                        directory, "demo", "--once", "--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(demo.await()).isEqualTo(ExitCode.USAGE.code());
            assertThat(demo.error().lines()).hasSize(1);
            assertThat(demo.error())
                    .contains(Integer.toString(taken.getLocalPort()))
                    .contains("--port");
        }
    }

    @Test
    void aBulkResultIsEvaluatedLoadedVerifiedAndStreamedOnFrom(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path inputs = Files.createDirectory(directory.resolve("inputs"));
        CustomerGenerator customers = CustomerGenerator.ofVersions(7, 1);
        long versions = RecordFiles.writeJsonLines(customers, inputs);
        RecordFiles.writeTruth(customers, directory.resolve("truth.csv"));

        expect(ExitCode.OK, directory, "resolve", "inputs", "-o", "resolved");
        expect(ExitCode.OK, directory, "evaluate", "-p", "resolved", "-t", "truth.csv", "--min-f1", "0.95");
        expect(ExitCode.FAILED, directory, "evaluate", "-p", "resolved", "-t", "truth.csv", "--min-f1", "1.01");
        expect(ExitCode.OK, directory, "load", "resolved");
        assertThat(expect(ExitCode.OK, directory, "verify")).contains(" 0 of them not sealed yet");
        Path heads = directory.resolve(".ravel").resolve("heads.jsonl");
        String other = Files.readString(heads).replaceFirst("\"hash\":\"..", "\"hash\":\"xx");
        Files.writeString(directory.resolve("other.jsonl"), other);
        assertThat(expect(ExitCode.FAILED, directory, "verify", "--heads", "other.jsonl"))
                .contains("verify-seal");
        String exported = expect(ExitCode.OK, directory, "audit", "export", "lineage.jsonl", "--json");
        String lastHead =
                Files.readAllLines(heads).get(Files.readAllLines(heads).size() - 1);
        assertThat(lastHead).contains(Json.parse(exported).path("head").asText());
        assertThat(Files.readAllLines(directory.resolve("lineage.jsonl")))
                .hasSizeGreaterThan((int) Json.parse(exported).path("events").asLong())
                .last()
                .asString()
                .contains(Json.parse(exported).path("sha256").asText());
        expect(ExitCode.OK, directory, "feed", "changes.jsonl");
        assertThat(Files.readAllLines(directory.resolve("changes.jsonl")))
                .hasSize((int) Json.parse(exported).path("events").asLong());
        String again = expect(ExitCode.OK, directory, "ingest", "inputs", "--json");

        assertThat(again).contains("\"skipped\" : " + versions).contains("\"newVersions\" : 0");
    }

    private static String expect(ExitCode code, Path directory, String... arguments) throws InterruptedException {
        try (RavelProcess ravel = RavelProcess.start(directory, arguments)) {
            assertThat(ravel.await())
                    .as("%s: %s%s", arguments[0], ravel.output(), ravel.error())
                    .isEqualTo(code.code());
            return ravel.output();
        }
    }
}
