package dev.ravel.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** The most memory that a process has had resident so far, where the system tells it (Linux). */
public final class PeakMemory {
    private static final String FIELD = "VmHWM:";
    private static final double KILOBYTES_PER_GIGABYTE = 1024.0 * 1024.0;

    private PeakMemory() {}

    /** In units of 1024³ bytes; empty where it is not told, or the process has ended. */
    public static OptionalDouble gigabytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith(FIELD)) {
                    String kilobytes = line.substring(FIELD.length(), line.indexOf("kB"));
                    return OptionalDouble.of(Long.parseLong(kilobytes.strip()) / KILOBYTES_PER_GIGABYTE);
                }
            }
            return OptionalDouble.empty();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }
}
