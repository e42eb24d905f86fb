package dev.ravel.cypher.embedded;

import dev.ravel.resolver.error.ErrorCode;
import dev.ravel.resolver.error.ResolutionException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory that holds the embedded server's program: its classes in {@code classes/} and its libraries in {@code
 * lib/}.
 *
 * @param directory the directory
 */
public record GraphServerHome(Path directory) {
    /** The system property that names the directory. */
    public static final String PROPERTY = "ravel.graph-server";

    private static final Path IN_PROJECT = Path.of("graph-server", "target");

    /**
     * Finds the program: where the system property {@value #PROPERTY} says, else in {@code graph-server/target} of the
     * nearest directory at or above the working directory that has it.
     *
     * @throws ResolutionException with {@code STORE_UNAVAILABLE} if it is nowhere
     */
    public static GraphServerHome find() {
        String configured = System.getProperty(PROPERTY, "");
        if (!configured.isBlank()) {
            GraphServerHome home = new GraphServerHome(Path.of(configured));
            if (!home.isComplete()) {
                throw new ResolutionException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "the embedded Neo4j is not in " + configured + ", which -D" + PROPERTY
                                + " names: classes/ or lib/ is missing there");
            }
            return home;
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            GraphServerHome home = new GraphServerHome(at.resolve(IN_PROJECT));
            if (home.isComplete()) {
                return home;
            }
        }
        throw new ResolutionException(
                ErrorCode.STORE_UNAVAILABLE,
                "the embedded Neo4j is not built; run: mvn -pl graph-server package -DskipTests, or name its directory"
                        + " with -D" + PROPERTY);
    }

    /** The class path of the program, for {@code java -cp}. */
    public String classPath() {
        return directory.resolve("classes").toAbsolutePath()
                + File.pathSeparator
                + directory.resolve("lib").toAbsolutePath()
                + File.separator + "*";
    }

    private boolean isComplete() {
        return Files.isRegularFile(directory.resolve("classes/dev/ravel/server/GraphServer.class"))
                && Files.isDirectory(directory.resolve("lib"));
    }
}
