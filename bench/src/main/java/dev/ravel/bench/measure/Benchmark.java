package dev.ravel.bench.measure;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What every benchmark takes and prints. A benchmark is a command; its name and description say what it does. */
public abstract class Benchmark implements Callable<Integer> {
    @Option(names = "--json", description = "one JSON object a row instead of a table")
    private boolean json;

    @Option(names = "--seed", description = "seed of the generated input (default: ${DEFAULT-VALUE})")
    private long seed = 7;

    /** The seed of generated input. */
    protected long seed() {
        return seed;
    }

    /** Runs the benchmark; says on the error stream what it is doing. */
    protected abstract List<Row> measure() throws IOException, InterruptedException;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Row> rows = measure();
        if (json) {
            rows.forEach(row -> System.out.println(row.json()));
        } else {
            System.out.println("| what | value | unit | against | ratio | F1 |");
            System.out.println("|---|---|---|---|---|---|");
            rows.forEach(row -> System.out.println(row.markdown()));
        }
        return 0;
    }
}
