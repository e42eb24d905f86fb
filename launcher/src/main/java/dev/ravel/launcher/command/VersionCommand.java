package dev.ravel.launcher.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** {@code ravel version}. */
@Command(
        name = "version",
        description = "Says which Ravel this is and on which Java it runs.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ravel version --json"})
public final class VersionCommand implements Callable<Integer>, IVersionProvider {
    private final Console console;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (json) {
            ObjectNode answer = Json.object();
            answer.put("ravel", ravelVersion()).put("java", Runtime.version().toString());
            console.print(Json.text(answer));
        } else {
            console.print(getVersion()[0]);
        }
        return ExitCode.OK.code();
    }

    @Override
    public String[] getVersion() {
        return new String[] {"ravel " + ravelVersion() + " on Java " + Runtime.version()};
    }

    private static String ravelVersion() {
        Properties properties = new Properties();
        try (InputStream in = VersionCommand.class.getResourceAsStream("/dev/ravel/launcher/version.properties")) {
            if (in == null) {
                throw new IllegalStateException("version.properties is not on the class path; build again");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
