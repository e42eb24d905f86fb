package dev.ravel.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys of the drafts of {@code ravel.yaml} that are no longer read, with what took their place. */
final class RetiredKeys {
    /** By path, {@code *} for a name that the user chooses. */
    static final Map<String, String> REPLACEMENTS = Map.of(
            "neo4j", "use the section graph",
            "resolution.degreeCap", "names are counted, not records: use resolution.identifiers.TYPE.nameCap",
            "resolution.identifiers.*.degreeCap", "names are counted, not records: use nameCap",
            "sources.*.snapshot", "use delivery: snapshot");

    private RetiredKeys() {}

    static Optional<String> replacementOf(List<String> path) {
        return REPLACEMENTS.entrySet().stream()
                .filter(entry -> KnownPaths.fits(entry.getKey(), path))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
