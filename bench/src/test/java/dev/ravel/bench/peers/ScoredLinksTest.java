package dev.ravel.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoredLinksTest {
    private static final Map<String, String> TRUTH = Map.of("a", "1", "b", "1", "c", "2", "d", "2", "e", "3");

    @TempDir
    private Path directory;

    @Test
    void theBestThresholdLeavesOutTheWrongLink() throws IOException {
        ScoredLinks links = links("a,b,0.96\nc,d,0.91\nd,e,0.62\n");

        double threshold = links.bestThreshold(TRUTH);

        assertThat(threshold).isEqualTo(.7);
        Map<String, String> components = links.components(TRUTH, threshold);
        assertThat(components.get("a")).isEqualTo(components.get("b"));
        assertThat(components.get("c")).isEqualTo(components.get("d"));
        assertThat(components.get("e")).isNotEqualTo(components.get("d"));
    }

    @Test
    void linksAreFollowed() throws IOException {
        Map<String, String> components = links("a,b,0.9\nb,c,0.9\nd,e,0.4\n").components(TRUTH, .5);

        assertThat(components.get("a")).isEqualTo(components.get("c"));
        assertThat(components.get("d")).isNotEqualTo(components.get("e"));
    }

    private ScoredLinks links(String lines) throws IOException {
        return ScoredLinks.read(Files.writeString(directory.resolve("links.csv"), lines));
    }
}
