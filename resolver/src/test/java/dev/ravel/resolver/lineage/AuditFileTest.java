package dev.ravel.resolver.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.resolver.property.CustomerGenerator;
import dev.ravel.resolver.property.Runs;
import dev.ravel.resolver.store.InMemoryStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The audit file, read by a check that knows only the published algorithm. */
class AuditFileTest {
    private static final int PERSONS = 12;

    @Test
    void aThirdPartyCanCheckIt() throws IOException {
        assertThat(IndependentAuditCheck.firstFault(file())).isEmpty();
    }

    @Test
    void anyFlippedByteIsFound() throws IOException {
        String file = file();
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            int at = file.indexOf('\n') + 1 + random.nextInt(file.length() - file.indexOf('\n') - 2);
            StringBuilder forged = new StringBuilder(file);
            forged.setCharAt(at, (char) (file.charAt(at) ^ 1));
            assertThat(IndependentAuditCheck.firstFault(forged.toString()))
                    .as("%s flipped at %d", file.charAt(at), at)
                    .isPresent();
        }
    }

    @Test
    void anEventOrAnEntityLeftOutIsFound() throws IOException {
        List<String> lines = file().lines().toList();
        for (int left = 1; left < lines.size() - 1; left++) {
            List<String> rest = new ArrayList<>(lines);
            rest.remove(left);
            assertThat(IndependentAuditCheck.firstFault(String.join("\n", rest)))
                    .as("without %s", lines.get(left))
                    .isPresent();
        }
    }

    private static String file() throws IOException {
        StringBuilder out = new StringBuilder();
        AtomicInteger entities = new AtomicInteger();
        try (InMemoryStore store = Runs.openStore()) {
            Runs.applyInDisorder(store, new CustomerGenerator(3).versions(PERSONS), new Random(3));
            AuditSeal seal =
                    new AuditExport(store, "main").write(out, Runs.NOW, written -> entities.set((int) written));
            assertThat(out).endsWith("\"sha256\":\"" + seal.sha256() + "\"}}\n");
            assertThat(entities).hasValue(store.allEntities().size());
            assertThat(seal.entities()).isEqualTo(store.allEntities().size());
            assertThat(seal.head()).isEqualTo(store.sealHead());
            assertThat(seal.head().number()).isGreaterThan(2);
        }
        return out.toString();
    }
}
