package dev.ravel.bench.resolve;

import dev.ravel.bench.measure.MeasuredProcess;
import dev.ravel.cypher.embedded.GraphServerHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs of {@code ravel load}, without configuration. */
public final class LoadRun {
    /** As {@code ravel} starts it. */
    private static final List<String> JVM = List.of(
            "-XX:MetaspaceSize=128m",
            "-XX:+UseParallelGC",
            "-XX:MaxInlineLevel=4",
            "-XX:InlineSmallCode=700",
            "-XX:FreqInlineSize=100");

    private LoadRun() {}

    /**
     * Loads a result.
     *
     * @param result the directory of what {@code ravel resolve} made
     * @param data the data directory of the graph
     * @param heapGigabytes the largest heap of the command; its embedded server has its own
     * @param more further options of the command
     */
    public static MeasuredProcess of(Path result, Path data, int heapGigabytes, String... more)
            throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(JVM);
        options.add("-Xmx" + heapGigabytes + "g");
        options.add(
                "-D" + GraphServerHome.PROPERTY + "=" + GraphServerHome.find().directory());
        List<String> arguments = new ArrayList<>(List.of("load", result.toString(), "--data-dir", data.toString()));
        arguments.addAll(List.of(more));
        return MeasuredProcess.run(MeasuredProcess.java(options, "dev.ravel.launcher.Ravel", arguments));
    }
}
