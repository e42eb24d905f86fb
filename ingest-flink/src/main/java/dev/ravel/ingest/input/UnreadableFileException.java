package dev.ravel.ingest.input;

import java.nio.file.FileSystemException;

/** Thrown for a file that is no text, or a damaged archive. The message says which file, what it is and what to give instead. */
public final class UnreadableFileException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    UnreadableFileException(String file, String reason) {
        super(file, null, reason);
    }
}
