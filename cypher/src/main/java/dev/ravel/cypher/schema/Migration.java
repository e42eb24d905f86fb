package dev.ravel.cypher.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One numbered step of the schema.
 *
 * @param version its number, from 1 without gaps
 * @param name the resource's name
 * @param statements its statements, in order; each can be repeated without harm
 * @param checksum SHA-256 of the statements, so that a changed file is noticed
 */
record Migration(int version, String name, List<String> statements, String checksum) {
    Migration {
        statements = List.copyOf(statements);
    }

    /** The migration in this resource, whose name starts with {@code V} and three digits. */
    static Migration load(String resource) {
        try (InputStream in = Migration.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no migration " + resource);
            }
            return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Migration parse(String resource, String text) {
        if (!resource.matches("V\\d{3}__[a-z-]+\\.cypher")) {
            throw new IllegalArgumentException("not the name of a migration (V001__name.cypher): " + resource);
        }
        String withoutComments = text.replaceAll("(?m)^\\s*//.*$", "");
        List<String> statements = Arrays.stream(withoutComments.split(";"))
                .map(statement -> statement.strip().replaceAll("\\s+", " "))
                .filter(statement -> !statement.isEmpty())
                .toList();
        return new Migration(
                Integer.parseInt(resource.substring(1, 4)), resource, statements, sha256(String.join(";", statements)));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
