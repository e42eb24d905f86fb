package dev.ravel.ingest.infer;

import dev.ravel.model.identifier.SharedKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.blocking.BlockingRule;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import dev.ravel.resolver.comparison.LevelPattern;
import dev.ravel.resolver.comparison.RecordComparator;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.Standardiser;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file's records feed: found by standardising some and comparing each with itself. */
final class MappingUse {
    private MappingUse() {}

    /** The comparisons that have something to compare and the blocking rules that find something, in one line. */
    static String of(String fileName, List<SourceRecord> sample, ResolverSettings settings) {
        Standardiser standardiser = new Standardiser(settings);
        Set<Comparison> compared = EnumSet.noneOf(Comparison.class);
        Set<String> blocks = new HashSet<>();
        Set<String> identifiers = new HashSet<>();
        for (SourceRecord record : sample) {
            LiveRecord live = LiveRecord.of(standardiser.standardise(record), key -> false, key -> false);
            long levels = RecordComparator.compare(live, live, RecordComparator.names(live, live));
            Arrays.stream(Comparison.values())
                    .filter(comparison -> LevelPattern.level(levels, comparison) != 0)
                    .forEach(compared::add);
            for (SharedKey key : live.standard().keys()) {
                if (key.isBlock()) {
                    blocks.add(key.scope());
                } else {
                    identifiers.add(key.kind());
                }
            }
        }
        return fileName + ": compared by "
                + listed(Arrays.stream(Comparison.values())
                        .filter(compared::contains)
                        .map(Comparison::label)
                        .toList())
                + "; candidates by an equal "
                + listed(identifiers.stream().sorted().toList())
                + " and by the blocking rules "
                + listed(Arrays.stream(BlockingRule.values())
                        .map(BlockingRule::keyName)
                        .filter(blocks::contains)
                        .toList());
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "(none)" : names.stream().collect(Collectors.joining(", "));
    }
}
