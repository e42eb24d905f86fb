package dev.ravel.launcher.demo;

import dev.ravel.generator.Expectation;
import dev.ravel.generator.Scenario;
import java.util.List;
import java.util.Objects;

/**
 * Whether all instances of one scenario came out as they must.
 *
 * @param scenario the scenario
 * @param instances how many instances were checked
 * @param failures what was expected and did not hold, with an example; empty if all of it held
 */
public record ScenarioCheck(Scenario scenario, int instances, List<Failure> failures) {
    /**
     * One expectation that did not hold.
     *
     * @param expectation what must hold
     * @param detail what holds instead, in one line
     */
    public record Failure(Expectation expectation, String detail) {}

    public ScenarioCheck {
        Objects.requireNonNull(scenario, "scenario");
        failures = List.copyOf(failures);
    }

    /** Whether all of it held. */
    public boolean passed() {
        return failures.isEmpty();
    }
}
