package dev.ravel.launcher.wiring;

import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.ingest.deadletter.DeadLetterFiles;
import dev.ravel.ingest.infer.InferredSources;
import dev.ravel.ingest.input.InputFiles;
import dev.ravel.ingest.input.StoredInput;
import dev.ravel.ingest.parse.InputReader;
import dev.ravel.ingest.parse.Parsed;
import dev.ravel.ingest.parse.SourceCatalog;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.store.InputOffset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whole files read in one pass, without Flink and without a graph. */
public final class Inputs {
    /**
     * What the files gave.
     *
     * @param records how many versions were read
     * @param deadLetters how many inputs were not readable
     * @param offsets how far each file was read
     */
    public record Summary(long records, long deadLetters, List<InputOffset> offsets) {}

    private static final int MAX_SHOWN = 5;
    private static final int LETTERS_AT_A_TIME = 1000;

    private final RavelConfiguration configuration;
    private final List<Path> files;
    private final Console console;

    private Inputs(RavelConfiguration configuration, List<Path> files, Console console) {
        this.configuration = configuration;
        this.files = files;
        this.console = console;
    }

    /**
     * Finds the files of inputs, and says how those are read about which the configuration says nothing.
     *
     * @param inputs files and directories
     * @throws NoSuchFileException naming the first input that is not there
     */
    public static Inputs find(RavelConfiguration configuration, List<Path> inputs, Console console) throws IOException {
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                throw new NoSuchFileException(input.toString());
            }
        }
        RavelConfiguration complete = InferredSources.complete(configuration, inputs, console::note);
        Predicate<String> owned = name -> complete.sources().values().stream().anyMatch(source -> source.owns(name));
        List<Path> files = InputFiles.expand(inputs, owned);
        List<Path> leftOut = InputFiles.leftOut(inputs, owned);
        if (!files.isEmpty() && !leftOut.isEmpty()) {
            console.note("not read, as their names do not end in .csv, .tsv, .txt, .json, .jsonl or .ndjson: "
                    + leftOut.stream().limit(MAX_SHOWN).map(Path::toString).collect(Collectors.joining(", "))
                    + (leftOut.size() > MAX_SHOWN ? " and " + (leftOut.size() - MAX_SHOWN) + " more" : ""));
        }
        return new Inputs(complete, files, console);
    }

    /** The configuration, with what was inferred. */
    public RavelConfiguration configuration() {
        return configuration;
    }

    /** The files, in the order of reading. */
    public List<Path> files() {
        return List.copyOf(files);
    }

    /**
     * Reads all files. Says the encoding of those that are not plain UTF-8, and which hold no record.
     *
     * @param deadLetters where what cannot be read goes, with its reason
     * @param consumer takes each version
     * @throws CommandException with {@link ExitCode#USAGE} if none of them holds a record, or none that can be read
     */
    public Summary read(Path deadLetters, String loadId, Clock clock, Consumer<SourceRecord> consumer)
            throws IOException {
        DeadLetterFiles letters = new DeadLetterFiles(deadLetters, loadId, clock);
        InputReader reader = new InputReader(SourceCatalog.of(configuration), clock);
        long records = 0;
        long refused = 0;
        List<Parsed.DeadLetter> first = new ArrayList<>();
        List<InputOffset> offsets = new ArrayList<>();
        for (Path file : files) {
            List<Parsed.DeadLetter> unwritten = new ArrayList<>();
            InputReader.Summary summary = reader.read(StoredInput.of(file), parsed -> {
                if (parsed instanceof Parsed.Accepted accepted) {
                    consumer.accept(accepted.version());
                } else if (parsed instanceof Parsed.DeadLetter letter) {
                    if (first.isEmpty()) {
                        first.add(letter);
                    }
                    unwritten.add(letter);
                    if (unwritten.size() == LETTERS_AT_A_TIME) {
                        keep(letters, unwritten);
                    }
                }
            });
            keep(letters, unwritten);
            String encoding = summary.input().encoding();
            if (!encoding.equals(StandardCharsets.UTF_8.name())) {
                console.note(file.getFileName() + ": " + encoding);
            }
            if (summary.records() + summary.deadLetters() == 0) {
                console.note(file.getFileName() + ": holds no record");
            }
            records += summary.records();
            refused += summary.deadLetters();
            offsets.add(new InputOffset(summary.input().name(), summary.endOffset()));
        }
        if (records + refused == 0) {
            throw new CommandException(
                    ExitCode.USAGE, "none of the files holds a record; give files with a row or line for each record");
        }
        if (records == 0 && !first.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, noneReadable(refused, first.get(0)));
        }
        return new Summary(records, refused, offsets);
    }

    private static String noneReadable(long refused, Parsed.DeadLetter first) {
        return "none of the " + refused + " lines could be read as a record; the first, of "
                + first.raw().input().label() + ": " + first.detail()
                + ". Give a table as CSV with a header, or JSON with an object for each record, one a line or an array of them";
    }

    private static void keep(DeadLetterFiles letters, List<Parsed.DeadLetter> unwritten) {
        try {
            letters.write(unwritten);
            unwritten.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("a dead letter cannot be written", e);
        }
    }
}
