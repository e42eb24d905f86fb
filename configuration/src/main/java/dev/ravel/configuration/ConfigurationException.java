package dev.ravel.configuration;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a configuration that cannot be used. Its message lists every problem, one a line. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigurationProblem> problems;

    /**
     * @param origin the file, as the user named it
     * @param problems what is wrong, in the order of lines; at least one
     */
    public ConfigurationException(String origin, List<ConfigurationProblem> problems) {
        super(origin + ": " + count(problems)
                + problems.stream().map(p -> "\n  " + p).collect(Collectors.joining()));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of lines. */
    public List<ConfigurationProblem> problems() {
        return problems;
    }

    private static String count(List<ConfigurationProblem> problems) {
        return problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    }
}
