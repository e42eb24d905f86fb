package dev.ravel.launcher.command;

import dev.ravel.generator.CustomerGenerator;
import dev.ravel.generator.DialPanel;
import dev.ravel.generator.Dialled;
import dev.ravel.generator.ExpectationFile;
import dev.ravel.generator.RecordFiles;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ravel generate}. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes generated customers as four systems know them, with the truth about them and what must become of the"
                    + " hard cases: records/*.jsonl, truth.csv and expectations.csv. Equal seeds, sizes and dials give"
                    + " equal files on every machine.",
            "",
            "How often a flaw or a circumstance occurs is dialled: each dial has a name and a share from 0 to 1"
                    + " (--list-dials). The hard cases of expectations.csv are there whatever is dialled.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ravel generate -o generated",
            "  ravel generate -o generated --customers 50000 --seed 7",
            "  ravel generate -o generated --dial MASKED_PHONES=0.3 --dial IN_APP=0.9",
            "  ravel generate --list-dials"
        })
public final class GenerateCommand implements Callable<Integer> {
    private static final long USUAL_CUSTOMERS = 5000;

    private final Console console;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The directory to write to; files of these names in it are replaced.")
    private @Nullable Path output;

    @Option(
            names = "--customers",
            paramLabel = "N",
            description = "How many people and outlets at least (default: " + USUAL_CUSTOMERS
                    + "). The hard cases alone are some 80.")
    private @Nullable Long atLeastCustomers;

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "In place of --customers: how many versions of records at least.")
    private @Nullable Long atLeastRecords;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Which customers to generate (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--dial",
            paramLabel = "NAME=SHARE",
            description = "Turns a dial to a share from 0 to 1; may be given several times.")
    private List<String> turns = List.of();

    @Option(names = "--list-dials", description = "Print each dial with its share by itself and its meaning, and end.")
    private boolean listing;

    public GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (listing) {
            Dialled.all()
                    .forEach(dialled -> console.print(String.format(
                            Locale.ROOT, "%-25s %-6s %s", dialled.name(), number(dialled.usual()), dialled.meaning())));
            return ExitCode.OK.code();
        }
        if (output == null) {
            throw new CommandException(ExitCode.USAGE, "say where to write to: -o DIR");
        }
        CustomerGenerator customers = customers();
        Path records = Files.createDirectories(output.resolve("records"));
        long versions = RecordFiles.writeJsonLines(customers, records);
        long live = RecordFiles.writeTruth(customers, output.resolve("truth.csv"));
        long expected = ExpectationFile.write(customers, output.resolve("expectations.csv"));
        console.print(versions + " versions of records in " + records);
        console.print("the customers of " + live + " live records in " + output.resolve("truth.csv"));
        console.print(expected + " expectations of hard cases in " + output.resolve("expectations.csv"));
        return ExitCode.OK.code();
    }

    private CustomerGenerator customers() {
        if (atLeastCustomers != null && atLeastRecords != null) {
            throw new CommandException(ExitCode.USAGE, "give --customers or --records, not both");
        }
        try {
            Map<String, Double> shares = new LinkedHashMap<>();
            turns.forEach(turn -> put(turn, shares));
            CustomerGenerator usual = atLeastRecords != null
                    ? CustomerGenerator.ofVersions(seed, atLeastRecords)
                    : CustomerGenerator.ofCustomers(
                            seed, atLeastCustomers == null ? USUAL_CUSTOMERS : atLeastCustomers);
            return DialPanel.turn(usual, shares);
        } catch (IllegalArgumentException e) {
            throw new CommandException(
                    ExitCode.USAGE, e.getMessage() + (turns.isEmpty() ? "" : "; see ravel generate --list-dials"), e);
        }
    }

    private static void put(String turn, Map<String, Double> shares) {
        int equals = turn.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("--dial takes NAME=SHARE, such as TYPOS=0.1, and not " + turn);
        }
        String name = DialPanel.named(turn.substring(0, equals)).name();
        String share = turn.substring(equals + 1);
        try {
            if (shares.put(name, Double.valueOf(share)) != null) {
                throw new IllegalArgumentException("the dial " + name + " is turned twice");
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the share of " + name + " is a number from 0 to 1, and not \"" + share + '"', e);
        }
    }

    private static String number(double share) {
        return share == Math.rint(share) ? Long.toString(Math.round(share)) : Double.toString(share);
    }
}
