package dev.ravel.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables beside this class: UTF-8, one row a line, columns separated by tabs, {@code #} starts a comment. */
final class Tables {
    private Tables() {}

    /** The rows of a table, split into columns. */
    static List<String[]> rows(String resource) {
        return lines(resource).stream().map(line -> line.split("\t", -1)).toList();
    }

    /** The lines of a table of one column. */
    static List<String> lines(String resource) {
        try (InputStream in = Tables.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the generator's table " + resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the generator's table " + resource, e);
        }
    }
}
