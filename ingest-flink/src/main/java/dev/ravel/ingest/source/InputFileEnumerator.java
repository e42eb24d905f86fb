package dev.ravel.ingest.source;

import dev.ravel.ingest.input.InputFiles;
import dev.ravel.ingest.parse.SourceCatalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.NonSplittingRecursiveEnumerator;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;

/**
 * Finds the files of a job: those that were named, whatever they are called, and below the directories that were named
 * all that can be inputs. The same files as {@link InputFiles#expand} finds.
 */
public final class InputFileEnumerator extends NonSplittingRecursiveEnumerator {
    private final SourceCatalog catalog;
    private final Set<String> named;

    /** @param named the paths of the inputs, without their schemes */
    public InputFileEnumerator(SourceCatalog catalog, Set<String> named) {
        this.catalog = catalog;
        this.named = Set.copyOf(named);
    }

    @Override
    protected void addSplitsForPath(FileStatus status, FileSystem fileSystem, ArrayList<FileSourceSplit> target)
            throws IOException {
        if (status.isDir()) {
            FileStatus[] children = fileSystem.listStatus(status.getPath());
            Arrays.sort(children, Comparator.comparing(child -> child.getPath().toString()));
            for (FileStatus child : children) {
                addSplitsForPath(child, fileSystem, target);
            }
        } else if (isInput(status)) {
            convertToSourceSplits(status, fileSystem, target);
        }
    }

    private boolean isInput(FileStatus file) {
        return named.contains(file.getPath().getPath())
                || InputFiles.isInput(
                        file.getPath().getName(), name -> catalog.ofFile(name).isPresent());
    }
}
