package dev.ravel.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The processor time of this process: all threads, the compiler and the collector included. */
public final class ProcessorTime {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ProcessorTime() {}

    /** Seconds used since the process started. */
    public static double seconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }
}
