package dev.ravel.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void aDirectoryBelowThatIsNotTheUsersIsNamed() {
        UncheckedIOException thrown = new UncheckedIOException(new AccessDeniedException("in/sub"));

        assertThat(Failures.message(thrown)).startsWith("no permission for in/sub;");
        assertThat(Failures.exitCode(thrown)).isEqualTo(ExitCode.USAGE);
    }
}
