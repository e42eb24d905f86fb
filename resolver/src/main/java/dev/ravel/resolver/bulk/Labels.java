package dev.ravel.resolver.bulk;

import dev.ravel.model.judgement.Judgement;
import dev.ravel.resolver.evaluate.EntityAssignments;
import java.util.List;

/** What is known of which records are one customer, for {@link ModelTrainer} to learn from. */
public sealed interface Labels {
    /**
     * A truth, which says of each record that it names which customer it is.
     *
     * @param entities the customer of each record
     */
    record Truth(EntityAssignments entities) implements Labels {}

    /**
     * What persons judged and still stands.
     *
     * @param judgements their judgements; UNSURE says nothing
     */
    record Judged(List<Judgement> judgements) implements Labels {
        public Judged {
            judgements = List.copyOf(judgements);
        }
    }
}
