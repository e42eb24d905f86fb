package dev.ravel.model.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EntityTest {
    private static final RecordKey FOUNDER = RecordKey.of("crm", "1");

    private static Entity entity(
            EntityState state, SortedSet<RecordKey> records, long membershipVersion, long version) {
        return new Entity(
                new EntityId("E1"),
                state,
                FOUNDER.text(),
                FOUNDER,
                Instant.EPOCH,
                membershipVersion,
                version,
                Instant.EPOCH,
                "",
                records,
                GoldenRecord.EMPTY,
                List.of());
    }

    @Test
    void standsExactlyWhileItHasRecords() {
        SortedSet<RecordKey> one = new TreeSet<>(List.of(FOUNDER));
        assertThat(entity(EntityState.ACTIVE, one, 1, 1).records()).containsExactly(FOUNDER);
        assertThatThrownBy(() -> entity(EntityState.RETIRED, one, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entity(EntityState.ACTIVE, new TreeSet<>(), 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyChangeOfMembershipIsAChange() {
        SortedSet<RecordKey> one = new TreeSet<>(List.of(FOUNDER));
        assertThatThrownBy(() -> entity(EntityState.ACTIVE, one, 3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
