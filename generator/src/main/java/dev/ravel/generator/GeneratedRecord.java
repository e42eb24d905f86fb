package dev.ravel.generator;

import dev.ravel.model.record.SourceRecord;
import java.util.Objects;

/**
 * One version that a system sends, with what is true about it.
 *
 * @param version what the system sends
 * @param customer the id of the customer that it is about in truth
 * @param scenario what the record is an example of
 * @param neighbourhood which instance of the scenario it belongs to, from 0
 * @param later whether it belongs into a second delivery, because what it shows is a reaction to what is in by then
 */
public record GeneratedRecord(
        SourceRecord version, String customer, Scenario scenario, int neighbourhood, boolean later) {
    public GeneratedRecord {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(scenario, "scenario");
    }
}
