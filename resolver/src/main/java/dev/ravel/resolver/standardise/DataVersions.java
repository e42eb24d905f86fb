package dev.ravel.resolver.standardise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of the data that standardising reads, as they were when this was built. */
final class DataVersions {
    private static final String RESOURCE = "data-versions.properties";
    private static final String LIBPHONENUMBER = read("libphonenumber");
    private static final String ICU = read("icu");

    private DataVersions() {}

    /** The version of libphonenumber, whose metadata decide which numbers are valid. */
    static String libphonenumber() {
        return LIBPHONENUMBER;
    }

    /** The version of ICU's normalisation and transliteration data. */
    static String icu() {
        return ICU;
    }

    private static String read(String name) {
        try (InputStream in = DataVersions.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing from the resolver's jar");
            }
            Properties versions = new Properties();
            versions.load(in);
            String version = versions.getProperty(name, "");
            if (version.isEmpty() || version.startsWith("$")) {
                throw new IllegalStateException(RESOURCE + " does not name the version of " + name + ": " + version);
            }
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
