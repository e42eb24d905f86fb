package dev.ravel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.bench.measure.Benchmark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {
    @Test
    void listNamesEveryBenchmark() {
        CommandLine command = new CommandLine(Bench.class);
        List<String> benchmarks = command.getSubcommands().entrySet().stream()
                .filter(entry -> entry.getValue().getCommand() instanceof Benchmark)
                .map(entry -> entry.getKey())
                .toList();

        String listed = printed(() -> command.execute("list"));

        assertThat(benchmarks)
                .contains("stream", "bulk", "strings", "components", "duckdb", "duke", "growth", "skew", "alloc");
        assertThat(listed.lines().map(line -> line.split(" ")[0])).containsExactlyElementsOf(benchmarks);
    }

    @Test
    void jsonIsAnObjectARow() {
        String json = printed(() -> new CommandLine(Bench.class)
                .execute("components", "--edges=100", "--peer-edges=100", "--rounds=1", "--json"));

        assertThat(json.lines())
                .allMatch(line -> line.matches("\\{\"name\":\"[^\"]+\",\"value\":[^,]+,\"unit\":\"[^\"]*\","
                        + "\"against\":\"[^\"]*\",\"ratio\":[^,]+,\"f1\":[^,]+\\}"))
                .anyMatch(line -> line.contains("\"against\":\"JGraphT UnionFind\",\"ratio\":"));
    }

    private static String printed(Runnable work) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
