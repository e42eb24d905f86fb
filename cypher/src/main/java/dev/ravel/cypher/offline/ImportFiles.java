package dev.ravel.cypher.offline;

import dev.ravel.cypher.mapping.Tenant;
import dev.ravel.resolver.settings.ResolutionDigest;
import dev.ravel.resolver.store.InputOffset;
import dev.ravel.resolver.stream.FirstLoad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A first load as files that {@code neo4j-admin database import full} takes, with the arguments that it takes them by. An
 * imported graph has its data, its stamp and its offsets; the schema is made when Ravel first opens it.
 */
public final class ImportFiles {
    private final Path directory;
    private final List<String> arguments;

    private ImportFiles(Path directory, List<String> arguments) {
        this.directory = directory;
        this.arguments = List.copyOf(arguments);
    }

    /** The directory of the files. */
    public Path directory() {
        return directory;
    }

    /**
     * The arguments behind {@code neo4j-admin database import full}, without the database; files are named as seen from their
     * directory.
     */
    public List<String> arguments() {
        return arguments;
    }

    /**
     * Writes the files, on all cores.
     *
     * @param directory an empty directory
     * @param tenant the owner of the data
     * @param digest the resolution of the result
     * @param offsets how far the inputs are in
     */
    public static ImportFiles write(
            Path directory, FirstLoad load, String tenant, ResolutionDigest digest, List<InputOffset> offsets)
            throws IOException {
        int lanes = Runtime.getRuntime().availableProcessors();
        AtomicInteger next = new AtomicInteger();
        try {
            List<Map<ImportTable, Boolean>> written = IntStream.range(0, lanes)
                    .parallel()
                    .mapToObj(lane -> {
                        try (GraphFiles files = new GraphFiles(directory, new Tenant(tenant), lane)) {
                            if (lane == 0) {
                                files.stamp(digest, offsets);
                            }
                            for (int share = next.getAndIncrement();
                                    share < load.shares();
                                    share = next.getAndIncrement()) {
                                load.tell(share, files);
                            }
                            return files.written();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
            return new ImportFiles(directory, arguments(directory, written));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<String> arguments(Path directory, List<Map<ImportTable, Boolean>> lanes) throws IOException {
        Map<ImportTable, List<String>> files = new EnumMap<>(ImportTable.class);
        List<String> multiline = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            for (Map.Entry<ImportTable, Boolean> table : lanes.get(lane).entrySet()) {
                String file = table.getKey().file(lane);
                files.computeIfAbsent(table.getKey(), any -> new ArrayList<>()).add(file);
                if (table.getValue()) {
                    multiline.add(file);
                }
            }
        }
        List<String> arguments = new ArrayList<>();
        arguments.add("--id-type=string");
        arguments.add("--array-delimiter=U+001F");
        if (!multiline.isEmpty()) {
            arguments.add("--multiline-fields-format=v2");
            arguments.add("--multiline-fields=" + String.join(",", multiline));
        }
        for (Map.Entry<ImportTable, List<String>> table : files.entrySet()) {
            String header = table.getKey().headerFile();
            Files.writeString(
                    directory.resolve(header),
                    String.join(",", table.getKey().header()) + '\n',
                    StandardCharsets.UTF_8);
            List<String> all = new ArrayList<>(List.of(header));
            all.addAll(table.getValue());
            arguments.add(table.getKey().argument(all));
        }
        return arguments;
    }
}
