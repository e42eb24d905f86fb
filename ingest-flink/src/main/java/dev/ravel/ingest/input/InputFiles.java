package dev.ravel.ingest.input;

import dev.ravel.configuration.source.InputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which files a user means by files and directories. */
public final class InputFiles {
    private InputFiles() {}

    /**
     * The files given, and of given directories, or symbolic links to them, all files below that can be inputs, in ascending
     * order of path.
     *
     * @param owned whether a file of this name belongs to a configured source
     * @throws NoSuchFileException if one given is not there
     */
    public static List<Path> expand(List<Path> given, Predicate<String> owned) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
            if (Files.isDirectory(path)) {
                // Through its own "." a symbolic link is the directory that it names; itself it is walked as a file
                Path directory = path.resolve(".");
                try (Stream<Path> below = Files.walk(directory)) {
                    below.filter(Files::isRegularFile)
                            .filter(file -> isInput(String.valueOf(file.getFileName()), owned))
                            .map(file -> path.resolve(directory.relativize(file)))
                            .sorted()
                            .forEach(files::add);
                }
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new NoSuchFileException(path.toString(), null, "no such file or directory");
            }
        }
        return files;
    }

    /**
     * The files below given directories that {@link #expand} leaves out though they are not hidden, in ascending order of path.
     *
     * @param owned whether a file of this name belongs to a configured source
     */
    public static List<Path> leftOut(List<Path> given, Predicate<String> owned) throws IOException {
        Set<Path> inputs = new HashSet<>(expand(given, owned));
        List<Path> all = expand(given, name -> !isHidden(name));
        return all.stream().filter(file -> !inputs.contains(file)).toList();
    }

    /** Whether a file found in a directory is an input: not hidden, and of a known extension or a configured source. */
    public static boolean isInput(String fileName, Predicate<String> owned) {
        return !isHidden(fileName) && (InputFormat.ofFileName(fileName).isPresent() || owned.test(fileName));
    }

    private static boolean isHidden(String fileName) {
        return fileName.startsWith(".") || fileName.startsWith("_");
    }
}
