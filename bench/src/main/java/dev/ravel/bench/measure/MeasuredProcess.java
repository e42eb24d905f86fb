package dev.ravel.bench.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a whole process took, from its start to its end.
 *
 * @param seconds wall time
 * @param cpuSeconds user and system time of all its threads and of the processes that it started; up to a tenth of a second
 *     before the end of each is left out
 * @param peakGigabytes the most memory that it had resident, the processes that it started left out, in units of 1024³ bytes; NaN where the system does not tell
 */
public record MeasuredProcess(double seconds, double cpuSeconds, double peakGigabytes) {
    private static final int POLL_MILLISECONDS = 50;

    /**
     * Runs a command to its end. What it prints goes where this process's errors go.
     *
     * @throws IllegalStateException if it ends with another exit code than 0
     */
    public static MeasuredProcess run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        Thread printing = new Thread(() -> forward(process), "output of " + command.get(0));
        printing.start();
        Map<Long, Double> cpuSeconds = new HashMap<>();
        double peakGigabytes = Double.NaN;
        // A process that ends or has ended no longer tells its processor time and memory, so the last it told count.
        while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
            Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .forEach(one -> cpuSeconds.merge(one.pid(), cpuSeconds(one), Math::max));
            peakGigabytes = PeakMemory.gigabytes(process.pid()).orElse(peakGigabytes);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        printing.join();
        if (process.exitValue() != 0) {
            throw new IllegalStateException(Path.of(command.get(0)).getFileName() + " ended with exit code "
                    + process.exitValue() + "; what it printed is above");
        }
        return new MeasuredProcess(
                seconds,
                cpuSeconds.values().stream().mapToDouble(Double::doubleValue).sum(),
                peakGigabytes);
    }

    /**
     * The command that starts a main class in a JVM like this one, with the same class path.
     *
     * @param options options of the JVM
     */
    public static List<String> java(List<String> options, String mainClass, List<String> arguments) {
        return java(System.getProperty("java.class.path"), options, mainClass, arguments);
    }

    /** The same with another class path. */
    public static List<String> java(String classPath, List<String> options, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return command;
    }

    private static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    private static void forward(Process process) {
        try {
            process.getInputStream().transferTo(System.err);
        } catch (IOException e) {
            System.err.println("lost the output of a process: " + e.getMessage());
        }
    }
}
