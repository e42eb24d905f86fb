package dev.ravel.launcher.evaluate;

import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.bulk.BulkFiles;
import dev.ravel.launcher.bulk.BulkReport;
import dev.ravel.launcher.bulk.ReadInputs;
import dev.ravel.launcher.bulk.ResultRecords;
import dev.ravel.model.evidence.Explanation;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BlockingQuality;
import dev.ravel.resolver.bulk.PairExplanations;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.evaluate.Mistake;
import dev.ravel.resolver.evaluate.ReviewShare;
import dev.ravel.resolver.evaluate.ThresholdCurve;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the files of a bulk result tell beside its entities: the weights of pairs, the questions, and why each mistake was made. */
public final class ResultEvidence {
    /** So many pairs explain one mistake. */
    private static final int PAIRS_OF_A_MISTAKE = 2;

    private final ResolverSettings settings;
    private final MatchFile matches;
    private final PreparedRecords prepared;
    private final long candidatePairs;
    private final PairExplanations explanations;

    private ResultEvidence(
            ResolverSettings settings,
            MatchFile matches,
            PreparedRecords prepared,
            long candidatePairs,
            PairExplanations explanations) {
        this.settings = settings;
        this.matches = matches;
        this.prepared = prepared;
        this.candidatePairs = candidatePairs;
        this.explanations = explanations;
    }

    /**
     * Reads a result.
     *
     * @param settings those under which it was made
     * @throws CommandException with {@link ExitCode#USAGE} if it was made under others
     */
    public static ResultEvidence of(Path result, ResolverSettings settings, Clock clock) throws IOException {
        Resolver resolver = Resolver.of(settings, MatchModel.read(result.resolve(BulkFiles.MODEL)));
        String made = ReadInputs.read(result.resolve(BulkFiles.INPUTS)).digest();
        if (!made.equals(resolver.digest().hex())) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "the result " + result + " was made under another configuration or version of Ravel, so its weights"
                            + " cannot be explained: give the configuration of ravel resolve (-c), or resolve again");
        }
        List<SourceRecord> versions = new ArrayList<>();
        ResultRecords.read(result, settings, clock, versions::add);
        PreparedRecords prepared = PreparedRecords.of(versions, resolver);
        return new ResultEvidence(
                settings,
                MatchFile.read(result),
                prepared,
                BulkReport.candidatePairs(result.resolve(BulkFiles.REPORT_JSON)),
                new PairExplanations(prepared, resolver));
    }

    /** The match threshold of the result. */
    double matchWeight() {
        return settings.matchWeight();
    }

    /** Precision and recall by threshold. */
    ThresholdCurve curve(Map<String, String> truth) {
        return ThresholdCurve.of(truth, matches.weighed());
    }

    /** How many true pairs were looked at, and how many pairs in all. */
    public BlockingQuality blocking(Map<String, String> truth) {
        Map<RecordKey, String> customers = new TreeMap<>();
        truth.forEach((record, customer) -> customers.put(key(record), customer));
        return BlockingQuality.of(prepared, customers, candidatePairs);
    }

    /** How much was left to people. */
    ReviewShare review(Map<String, String> truth) {
        return ReviewShare.of(truth, matches.questions());
    }

    /**
     * The pairs that explain a mistake: of the records of one entity in one partition, the heaviest that another partition
     * has in different entities.
     *
     * @param within the partition in which the records are one entity
     * @param across the other one
     */
    List<Explanation> explain(Mistake mistake, Map<String, String> within, Map<String, String> across) {
        SortedMap<String, List<RecordKey>> groups = new TreeMap<>();
        within.forEach((record, entity) -> {
            String other = across.get(record);
            if (entity.equals(mistake.entity()) && other != null) {
                groups.computeIfAbsent(other, name -> new ArrayList<>()).add(key(record));
            }
        });
        return explanations.heaviest(groups.values(), PAIRS_OF_A_MISTAKE);
    }

    private RecordKey key(String record) {
        int end = record.indexOf(':');
        return new RecordKey(settings.tenant(), record.substring(0, end), record.substring(end + 1));
    }
}
