package dev.ravel.ingest.batch;

import dev.ravel.resolver.region.ComponentResolution;
import java.util.ArrayList;
import java.util.List;

/** The matches and questions that resolving a component keeps, as outcomes of the job. */
final class Findings {
    private Findings() {}

    static List<Outcome> of(ComponentResolution.Kept kept) {
        List<Outcome> findings = new ArrayList<>();
        kept.matches().forEach(match -> findings.add(new Outcome.Kept(match)));
        kept.review().forEach(question -> findings.add(new Outcome.Asked(question)));
        return findings;
    }
}
