package dev.ravel.cypher.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The password of a data directory: made at its first use, kept in it, readable by its owner only. */
final class Credentials {
    private static final String FILE = "password";
    private static final int RANDOM_BYTES = 24;

    private Credentials() {}

    /** The password of this directory, made now if it has none. */
    static String password(Path directory, SecureRandom random) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[RANDOM_BYTES];
            random.nextBytes(bytes);
            try {
                Files.createFile(file, ownerOnly("rw-------"));
                Files.writeString(file, HexFormat.of().formatHex(bytes), StandardCharsets.UTF_8);
            } catch (FileAlreadyExistsException e) {
                // Another process was faster; its password counts.
            }
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    /** The file attribute for these permissions, none where the file system does not know them. */
    static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
