package dev.ravel.launcher.command;

import dev.ravel.configuration.ConfigurationReader;
import dev.ravel.configuration.RavelConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code -c}: which {@code ravel.yaml} holds. */
final class ConfigurationOption {
    private static final Path USUAL = Path.of("ravel.yaml");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration; without it ./ravel.yaml if there is one, else the defaults.")
    private @Nullable Path file;

    /** The file that holds, if any. */
    Optional<Path> file() {
        if (file != null) {
            return Optional.of(file);
        }
        return Files.isRegularFile(USUAL) ? Optional.of(USUAL) : Optional.empty();
    }

    /**
     * What the file says, or the defaults; environment variables win over both.
     *
     * @throws dev.ravel.configuration.ConfigurationException listing all problems
     */
    RavelConfiguration read() {
        return file().map(ConfigurationReader::read).orElseGet(ConfigurationReader::fromEnvironment);
    }
}
