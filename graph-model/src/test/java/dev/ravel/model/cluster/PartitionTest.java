package dev.ravel.model.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PartitionTest {
    @Test
    void isEqualHoweverItsPartsAreListed() {
        RecordKey a = RecordKey.of("crm", "a");
        RecordKey b = RecordKey.of("crm", "b");
        RecordKey c = RecordKey.of("crm", "c");
        HeldLink ab = new HeldLink(RecordPair.of(a, b), 7, Guard.WEAK_BRIDGE, "");
        HeldLink bc = new HeldLink(RecordPair.of(b, c), 8, Guard.CANNOT_LINK, "j1");
        Partition one =
                new Partition(List.of(new TreeSet<>(List.of(b, a)), new TreeSet<>(List.of(c))), List.of(ab, bc));
        Partition two =
                new Partition(List.of(new TreeSet<>(List.of(c)), new TreeSet<>(List.of(a, b))), List.of(bc, ab));
        assertThat(one).isEqualTo(two);
    }
}
