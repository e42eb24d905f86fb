package dev.ravel.launcher.wiring;

import dev.ravel.ingest.IngestException;
import dev.ravel.ingest.IngestReport;
import dev.ravel.ingest.RunningIngest;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Progress;
import java.time.Duration;
import java.util.OptionalLong;

/** Waits for a streaming job and shows how far it is. */
public final class Load {
    private static final Duration LOOK = Duration.ofMillis(200);

    private Load() {}

    /**
     * Waits until the job has ended.
     *
     * @param total how many records there will be, if known
     * @throws CommandException if the job failed; resolution's own failures pass through with their codes
     */
    public static IngestReport await(RunningIngest job, OptionalLong total, Console console)
            throws InterruptedException {
        try (Progress progress = Progress.start(console, "streamed into the graph", total)) {
            while (!job.await(LOOK)) {
                progress.done(job.report().counts().read());
            }
            IngestReport report = job.report();
            progress.done(report.counts().read());
            return report;
        } catch (IngestException e) {
            throw failure(e);
        }
    }

    /** What to tell the user of a job that failed. */
    public static RuntimeException failure(IngestException failure) {
        return failure.resolutionFailure()
                .<RuntimeException>map(known -> known)
                .orElseGet(() -> new CommandException(ExitCode.FAILED, String.valueOf(failure.getMessage()), failure));
    }
}
