package dev.ravel.configuration;

/**
 * One thing that is wrong with a configuration.
 *
 * @param line the line of the file, from 1; 0 if it belongs to no line, as with an environment variable
 * @param message what is wrong and what would be right
 */
public record ConfigurationProblem(int line, String message) {
    @Override
    public String toString() {
        return line == 0 ? message : "line " + line + ": " + message;
    }
}
