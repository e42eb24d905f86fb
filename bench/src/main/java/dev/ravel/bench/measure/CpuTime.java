package dev.ravel.bench.measure;

import java.time.Duration;
import java.util.List;

/** The processor time that a set of processes has used so far: user and system, all threads. */
public final class CpuTime {
    private final List<ProcessHandle> processes;

    public CpuTime(List<ProcessHandle> processes) {
        this.processes = List.copyOf(processes);
    }

    /** Seconds used since the processes started; a process whose time cannot be read counts as 0. */
    public double seconds() {
        return processes.stream()
                        .mapToLong(process -> process.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis())
                        .sum()
                / 1000.0;
    }
}
