package dev.ravel.api.review;

import dev.ravel.api.request.RequestLimits;
import dev.ravel.api.schema.Arguments;
import dev.ravel.api.schema.Wiring;
import dev.ravel.api.work.StoreWork;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.review.ReviewItem;
import dev.ravel.model.review.ReviewKind;
import dev.ravel.resolver.audit.AuditReport;
import dev.ravel.resolver.audit.AuditReport.EstimatedAccuracy;
import dev.ravel.resolver.audit.AuditReports;
import dev.ravel.resolver.audit.Estimate;
import dev.ravel.resolver.review.ReviewQueue;
import java.util.List;
import java.util.SortedMap;

/** Answers what was measured of precision and recall, and which questions of an audit are open. */
public final class AuditFields {
    private record Part(String name, EstimatedAccuracy accuracy) {}

    private final AuditReports reports;
    private final ReviewQueue queue;
    private final StoreWork work;
    private final RequestLimits limits;

    public AuditFields(AuditReports reports, ReviewQueue queue, StoreWork work, RequestLimits limits) {
        this.reports = reports;
        this.queue = queue;
        this.work = work;
        this.limits = limits;
    }

    /** Wires audit reports. */
    public void wire(Wiring wiring) {
        wiring.root("Query", "auditReports", environment -> work.read(reports::all));
        wiring.type("AuditReport", AuditReport.class)
                .plain("sample", report -> report.sample().name())
                .plain("at", report -> report.sample().at())
                .plain("digest", report -> report.sample().digest())
                .plain("pairs", report -> report.sample().pairs().size())
                .plain("answered", AuditReport::answered)
                .plain("unsure", AuditReport::unsure)
                .plain("precision", report -> report.accuracy().precision().orElse(null))
                .plain("recall", report -> report.accuracy().recall().orElse(null))
                .plain("byRule", report -> parts(report.byRule()))
                .plain("bySource", report -> parts(report.bySource()))
                .fetched("open", (report, environment) -> {
                    int first = Arguments.of(environment).first(limits.maxPageSize());
                    List<String> items = report.open().stream()
                            .limit(first)
                            .map(AuditFields::item)
                            .toList();
                    return work.read(() -> queue.items(items));
                });
        wiring.type("AuditPart", Part.class)
                .plain("name", Part::name)
                .plain("precision", part -> part.accuracy().precision().orElse(null))
                .plain("recall", part -> part.accuracy().recall().orElse(null));
        wiring.type("Estimate", Estimate.class)
                .plain("value", Estimate::value)
                .plain("low", Estimate::low)
                .plain("high", Estimate::high)
                .plain("answers", Estimate::answers);
    }

    private static String item(RecordPair pair) {
        return ReviewItem.idOf(ReviewKind.AUDIT, pair);
    }

    private static List<Part> parts(SortedMap<String, EstimatedAccuracy> accuracies) {
        return accuracies.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }
}
