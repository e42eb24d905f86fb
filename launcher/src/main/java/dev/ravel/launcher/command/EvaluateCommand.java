package dev.ravel.launcher.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.bulk.EntityFile;
import dev.ravel.launcher.console.Console;
import dev.ravel.launcher.console.Json;
import dev.ravel.launcher.evaluate.DifferenceReport;
import dev.ravel.launcher.evaluate.EvaluationPage;
import dev.ravel.launcher.evaluate.EvaluationReport;
import dev.ravel.launcher.evaluate.MistakeReport;
import dev.ravel.launcher.evaluate.ResultEvidence;
import dev.ravel.resolver.bulk.BlockingQuality;
import dev.ravel.resolver.evaluate.EntityAssignments;
import dev.ravel.resolver.evaluate.Evaluation;
import dev.ravel.resolver.evaluate.PartitionDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ravel evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Scores entities against a truth: pairwise and B-cubed precision, recall and F1, how many entities are"
                    + " exactly right, and the worst merges and splits. Or compares them with another result of the same"
                    + " records: pairs gained and lost, entities merged and split, ids changed; with a truth, which of the"
                    + " changes are right.",
            "",
            "The files are CSV with the columns record_id and entity_id; a column source may stand beside record_id."
                    + " Records are joined by record_id or by source:record_id, whichever the files share.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ravel evaluate -p resolved/entities.csv -t truth.csv",
            "  ravel evaluate -p resolved -t truth.csv --explain",
            "  ravel evaluate -p resolved -t truth.csv --html evaluation.html",
            "  ravel evaluate -p resolved --against resolved-before"
        })
public final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = {"-p", "--predicted"},
            required = true,
            paramLabel = "PRED",
            description = "The entities: a CSV file, or the directory that ravel resolve wrote.")
    private Path predicted = Path.of("");

    @Option(
            names = {"-t", "--truth"},
            paramLabel = "TRUTH",
            description = "The truth: a CSV file.")
    private @Nullable Path truth;

    @Option(
            names = "--against",
            paramLabel = "OTHER",
            description = "Another result of the same records, to say what PRED changes: as PRED.")
    private @Nullable Path against;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Also writes a page with the comparison (--against), and under a truth (-t) precision and recall by"
                            + " threshold, and the worst merges and misses with their explanation. Weights and explanations need the directory that ravel resolve wrote, and its"
                            + " configuration (-c). The page shows values of the records.")
    private @Nullable Path html;

    @Option(
            names = "--worst",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many of the worst merges and splits to list (default: ${DEFAULT-VALUE}).")
    private int worst;

    @Option(
            names = "--min-f1",
            paramLabel = "F",
            defaultValue = "0",
            description = "End with exit code 1 if the pairwise F1 is below this.")
    private double minPairwise;

    @Option(
            names = "--min-precision",
            paramLabel = "P",
            defaultValue = "0",
            description = "End with exit code 1 if the pairwise precision is below this.")
    private double minPrecision;

    @Option(
            names = "--min-b3-f1",
            paramLabel = "F",
            defaultValue = "0",
            description = "End with exit code 1 if the B-cubed F1 is below this.")
    private double minBCubed;

    @Mixin
    private DataOptions options = new DataOptions();

    @Option(
            names = "--blocking",
            description = "Say how many of the true pairs were candidates, and how few of all pairs were looked at.")
    private boolean blocking;

    @Option(
            names = "--explain",
            description =
                    "Say how much was held for review, precision and recall by threshold, and why the worst mistakes"
                            + " were made: names records and levels, no values.")
    private boolean explain;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    public EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (truth == null && against == null) {
            throw new CommandException(
                    ExitCode.USAGE, "give a truth (-t), or another result to compare with (--against), or both");
        }
        if ((blocking || explain) && (truth == null || !Files.isDirectory(predicted))) {
            throw new CommandException(
                    ExitCode.USAGE,
                    (blocking ? "--blocking" : "--explain")
                            + " needs a truth (-t), and as PRED a directory that ravel resolve wrote");
        }
        EntityAssignments entities = EntityFile.read(predicted);
        Optional<EntityAssignments> known = truth == null ? Optional.empty() : Optional.of(EntityFile.read(truth));
        Optional<Evaluation> evaluation = known.map(right -> Evaluation.of(right, entities, worst));
        Optional<PartitionDifference> difference = against == null
                ? Optional.empty()
                : Optional.of(PartitionDifference.of(EntityFile.read(against), entities, known, worst));
        Optional<ResultEvidence> evidence =
                (blocking || explain || html != null) && truth != null && Files.isDirectory(predicted)
                        ? Optional.of(evidence())
                        : Optional.empty();
        Optional<BlockingQuality> blocked = !blocking || known.isEmpty()
                ? Optional.empty()
                : evidence.map(found -> found.blocking(known.get().namedAsIn(entities)));
        if (json) {
            ObjectNode report = evaluation.map(EvaluationReport::json).orElseGet(Json::object);
            blocked.ifPresent(found -> report.set("blocking", EvaluationReport.json(found)));
            if (explain) {
                MistakeReport.addTo(
                        report, evaluation.orElseThrow(), known.orElseThrow(), entities, evidence.orElseThrow());
            }
            difference.ifPresent(found -> report.set("against", DifferenceReport.json(found)));
            console.print(Json.text(report));
        } else {
            evaluation.ifPresent(found -> console.print(EvaluationReport.text(found)));
            blocked.ifPresent(found -> console.print("blocking       " + EvaluationReport.text(found)));
            if (explain) {
                console.print(MistakeReport.text(
                        evaluation.orElseThrow(), known.orElseThrow(), entities, evidence.orElseThrow()));
            }
            difference.ifPresent(found -> console.print(DifferenceReport.text(found, known.isPresent())));
        }
        if (html != null) {
            EvaluationPage.write(
                    html,
                    evaluation.map(found -> new EvaluationPage.Judged(found, known.orElseThrow(), entities, evidence)),
                    difference);
            console.note("page: " + html);
        }
        return evaluation.map(this::floors).orElse(ExitCode.OK).code();
    }

    private ResultEvidence evidence() throws IOException {
        return ResultEvidence.of(predicted, options.read().resolver(), Clock.systemUTC());
    }

    private ExitCode floors(Evaluation evaluation) {
        boolean pairwise = reaches("pairwise F1", evaluation.pairwise().f1(), minPairwise);
        boolean precision = reaches("pairwise precision", evaluation.pairwise().precision(), minPrecision);
        boolean bCubed = reaches("B-cubed F1", evaluation.bCubed().f1(), minBCubed);
        return pairwise && precision && bCubed ? ExitCode.OK : ExitCode.FAILED;
    }

    /** Whether a figure reaches its floor; says so if it does not. */
    private boolean reaches(String name, double figure, double floor) {
        if (figure >= floor) {
            return true;
        }
        console.note(String.format(Locale.ROOT, "below the floor: %s %.4f (at least %.4f)", name, figure, floor));
        return false;
    }
}
