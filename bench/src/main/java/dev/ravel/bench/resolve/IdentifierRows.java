package dev.ravel.bench.resolve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Rows of identifiers only, as a tracking system has them: a phone, an e-mail address and an account of a customer, each
 * row with one to three of them. A customer has one to eight rows.
 */
final class IdentifierRows {
    private static final int MAX_ROWS = 8;
    private static final int MAX_CUSTOMERS = 100_000_000;

    private IdentifierRows() {}

    /** Writes so many rows of a seed as {@code source,id,phone,email,unionId}, and their customers. */
    static void write(long seed, long rows, Path csv, Path truth) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (BufferedWriter out = Files.newBufferedWriter(csv);
                BufferedWriter customers = Files.newBufferedWriter(truth)) {
            out.write("source,id,phone,email,unionId\n");
            customers.write("record_id,entity_id\n");
            long written = 0;
            for (int customer = 0; written < rows && customer < MAX_CUSTOMERS; customer++) {
                for (int copy = 1 + random.nextInt(MAX_ROWS); copy > 0 && written < rows; copy--, written++) {
                    int has = 1 + random.nextInt(7);
                    out.write(String.format(
                            Locale.ROOT,
                            "web,w%d,%s,%s,%s%n",
                            written,
                            (has & 1) != 0 ? String.format(Locale.ROOT, "139%08d", customer) : "",
                            (has & 2) != 0 ? "c" + customer + "@mail.example.cn" : "",
                            (has & 4) != 0 ? "u-" + customer : ""));
                    customers.write("web:w" + written + ',' + customer + '\n');
                }
            }
        }
    }
}
