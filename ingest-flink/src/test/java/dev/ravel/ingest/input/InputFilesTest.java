package dev.ravel.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    @Test
    void aLinkToADirectoryIsReadAsTheDirectory(@TempDir Path parent) throws IOException {
        Path directory = Files.createDirectories(parent.resolve("real/below")).getParent();
        Files.writeString(directory.resolve("b.csv"), "id");
        Files.writeString(directory.resolve("below/a.jsonl"), "{}");
        Files.writeString(directory.resolve("notes.md"), "");
        Path link = Files.createSymbolicLink(parent.resolve("link"), directory);

        assertThat(InputFiles.expand(List.of(link), name -> false))
                .containsExactly(link.resolve("b.csv"), link.resolve("below/a.jsonl"));
        assertThat(InputFiles.expand(List.of(directory), name -> false))
                .containsExactly(directory.resolve("b.csv"), directory.resolve("below/a.jsonl"));
    }

    @Test
    void whatIsLeftOutOfADirectoryIsSaid(@TempDir Path directory) throws IOException {
        for (String name : List.of("a.csv", "b.csv.gz", "c.xlsx", ".hidden", "d.dat")) {
            Files.writeString(directory.resolve(name), "id");
        }

        assertThat(InputFiles.leftOut(List.of(directory), name -> name.equals("d.dat")))
                .containsExactly(directory.resolve("c.xlsx"));
    }
}
