package dev.ravel.resolver.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PartitionDifferenceTest {
    private static final EntityAssignments BEFORE = entities("a:1", "b:1", "c:1", "d:2", "e:3", "f:4", "g:4", "only:9");

    @Test
    void tellsMergesSplitsAndIdsApart() {
        EntityAssignments after = entities("a:1", "b:1", "c:7", "d:2", "e:2", "f:8", "g:8", "new:5");

        PartitionDifference difference = PartitionDifference.of(BEFORE, after, Optional.empty(), 5);

        assertThat(difference.records()).isEqualTo(7);
        assertThat(difference.added()).isEqualTo(1);
        assertThat(difference.removed()).isEqualTo(1);
        assertThat(difference.unchanged()).as("f and g").isEqualTo(1);
        assertThat(difference.merged()).as("d and e").isEqualTo(1);
        assertThat(difference.split()).as("a, b and c").isEqualTo(1);
        assertThat(difference.gained()).isEqualTo(new PartitionDifference.Pairs(1, 0, 0));
        assertThat(difference.lost()).isEqualTo(new PartitionDifference.Pairs(2, 0, 0));
        assertThat(difference.ids()).isEqualTo(new PartitionDifference.Ids(2, 2, 2, 4, 1));
        assertThat(difference.largestMerges())
                .containsExactly(new Mistake("2", 1, new TreeMap<>(Map.of("2", 1, "3", 1))));
        assertThat(difference.largestSplits())
                .containsExactly(new Mistake("1", 2, new TreeMap<>(Map.of("1", 2, "7", 1))));
    }

    @Test
    void aTruthSaysWhichChangesAreRight() {
        EntityAssignments after = entities("a:1", "b:1", "c:7", "d:2", "e:2", "f:8", "g:8");
        EntityAssignments truth = entities("a:x", "b:x", "c:x", "d:y", "e:z");

        PartitionDifference difference = PartitionDifference.of(BEFORE, after, Optional.of(truth), 5);

        assertThat(difference.gained()).as("d and e").isEqualTo(new PartitionDifference.Pairs(1, 0, 1));
        assertThat(difference.lost()).as("c from a and b").isEqualTo(new PartitionDifference.Pairs(2, 2, 0));
    }

    @Test
    void aResultDoesNotDifferFromItself() {
        PartitionDifference difference = PartitionDifference.of(BEFORE, BEFORE, Optional.of(BEFORE), 5);

        assertThat(difference.unchanged()).isEqualTo(5);
        assertThat(difference.gained().all() + difference.lost().all()).isZero();
        assertThat(difference.ids()).isEqualTo(new PartitionDifference.Ids(5, 0, 0, 0, 0));
    }

    private static EntityAssignments entities(String... records) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String record : records) {
            String[] parts = record.split(":");
            rows.add(Map.of("record_id", parts[0], "entity_id", parts[1]));
        }
        return EntityAssignments.read("test", rows);
    }
}
