package dev.ravel.launcher.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.launcher.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
    @Test
    void createsTheDirectoryAndCanBeTakenAgainAfterItWasGivenUp(@TempDir Path temporary) {
        Path directory = temporary.resolve("a/b");

        DirectoryLock.take(directory, "demo").close();

        assertThat(directory).isDirectory();
        DirectoryLock.take(directory, "demo").close();
    }

    @Test
    void aFileInItsPlaceIsAOneLineError(@TempDir Path temporary) throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DirectoryLock.take(file, "demo"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("--data-dir")
                .hasMessageNotContaining("\n");
    }
}
