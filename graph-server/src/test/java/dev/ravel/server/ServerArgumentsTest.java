package dev.ravel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerArgumentsTest {
    @Test
    void onlyTheDataDirectoryIsNeeded() {
        assertThat(ServerArguments.parse("--data", "store")).isEqualTo(new ServerArguments(Path.of("store"), 0, 64));
    }

    @Test
    void everyOptionIsTaken() {
        assertThat(ServerArguments.parse("--port", "7687", "--page-cache", "128", "--data", "store"))
                .isEqualTo(new ServerArguments(Path.of("store"), 7687, 128));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--port 1",
                "--data",
                "--data d --heap 3",
                "--data d --port x",
                "--data d --port 65536",
                "--data d --port -1",
                "--data d --page-cache 0"
            })
    void aWrongCommandLineSaysWhatIsWrong(String line) {
        String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerArguments.parse(arguments))
                .withMessageContaining("--");
    }
}
