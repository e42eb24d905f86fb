package dev.ravel.bench.components;

import dev.ravel.bench.measure.MeasuredProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weakly connected components by Neo4j's graph data science library, which is under the GPL and has a class path and a process
 * of its own (module {@code gds-peer}).
 */
final class GdsProcess {
    /** Names the file that holds the class path; {@code ravel bench} sets it if the library could be had. */
    static final String CLASS_PATH_FILE = "ravel.gds-classpath";

    private static final String MAIN_CLASS = "dev.ravel.bench.gds.GdsComponents";
    private static final int BUFFER = 1 << 20;

    private final String classPath;
    private final int heapGigabytes;

    private GdsProcess(String classPath, int heapGigabytes) {
        this.classPath = classPath;
        this.heapGigabytes = heapGigabytes;
    }

    /** The library, if it could be had. */
    static Optional<GdsProcess> find(int heapGigabytes) throws IOException {
        String file = System.getProperty(CLASS_PATH_FILE, "");
        return file.isEmpty()
                ? Optional.empty()
                : Optional.of(new GdsProcess(Files.readString(Path.of(file)).strip(), heapGigabytes));
    }

    /**
     * What a process found and took.
     *
     * @param components how many components there are
     * @param seconds the median processor time of its rounds but the first
     */
    record Found(int components, double seconds) {}

    /** Runs the library in a new process, one round more than counts. */
    Found run(Edges edges, int rounds) throws IOException, InterruptedException {
        Path file = Files.createTempFile("ravel-edges", ".bin");
        try {
            write(edges, file);
            List<String> options = List.of("-Xmx" + heapGigabytes + "g", "--add-opens=java.base/java.nio=ALL-UNNAMED");
            Process process = new ProcessBuilder(MeasuredProcess.java(
                            classPath, options, MAIN_CLASS, List.of(file.toString(), Integer.toString(rounds + 1))))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<String> lines = new ArrayList<>();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                out.lines().forEach(lines::add);
            }
            if (process.waitFor() != 0 || lines.size() != rounds + 1) {
                throw new IllegalStateException(
                        "the graph data science library ended with exit code " + process.exitValue());
            }
            return found(lines.subList(1, lines.size()));
        } finally {
            Files.delete(file);
        }
    }

    private static Found found(List<String> rounds) {
        double[] seconds = rounds.stream()
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .sorted()
                .toArray();
        return new Found(Integer.parseInt(rounds.get(0).split(" ")[0]), seconds[seconds.length / 2]);
    }

    private static void write(Edges edges, Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            write(new int[] {edges.nodes(), edges.count()}, out);
            write(edges.from(), out);
            write(edges.to(), out);
        }
    }

    private static void write(int[] numbers, FileChannel out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        for (int number : numbers) {
            buffer.putInt(number);
            if (!buffer.hasRemaining()) {
                flush(buffer, out);
            }
        }
        flush(buffer, out);
    }

    private static void flush(ByteBuffer buffer, FileChannel out) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
        buffer.clear();
    }
}
