package dev.ravel.launcher.command;

import dev.ravel.configuration.ApiConfiguration;
import dev.ravel.configuration.RavelConfiguration;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The configuration, and what the command line says instead of it. */
final class DataOptions {
    private static final int MAX_PORT = 65_535;

    @Mixin
    private ConfigurationOption configuration = new ConfigurationOption();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where Ravel keeps the embedded Neo4j, dead letters and checkpoints (dataDirectory).")
    private @Nullable Path dataDirectory;

    /** What holds. */
    RavelConfiguration read() {
        RavelConfiguration read = configuration.read();
        return dataDirectory == null ? read : read.withDataDirectory(dataDirectory);
    }

    /**
     * The same with another address of the API.
     *
     * @throws CommandException with {@link ExitCode#USAGE} if there is no such port
     */
    static RavelConfiguration withAddress(
            RavelConfiguration configuration, @Nullable String host, @Nullable Integer port) {
        if (port != null && (port < 0 || port > MAX_PORT)) {
            throw new CommandException(ExitCode.USAGE, "--port must be 0 to " + MAX_PORT + ": " + port);
        }
        ApiConfiguration api = configuration.api();
        return configuration.withApi(new ApiConfiguration(
                host == null ? api.host() : host, port == null ? api.port() : port, api.limits(), api.secondSteward()));
    }
}
