package dev.ravel.resolver.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.entity.GoldenValue;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.EventType;
import dev.ravel.model.lineage.LineageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventChainTest {
    private static final Instant T0 = Instant.parse("2026-03-01T08:00:00.123456789Z");
    private static final EntityId ID = new EntityId("main:E1");
    private static final EntityId OTHER = new EntityId("main:E2");

    @Test
    void theFirstEventCreatesTheEntity() {
        EntityStep step = EventChain.advance(update(Optional.empty(), "ab", "n"), "load-1", "digest", T0);

        LineageEvent event = step.event().orElseThrow();
        assertThat(event.type()).isEqualTo(EventType.CREATED);
        assertThat(event.at()).isEqualTo(Instant.parse("2026-03-01T08:00:00.123456Z"));
        assertThat(event.before()).isEmpty();
        assertThat(event.after()).isEqualTo(records("ab"));
        assertThat(event.previousHash()).isEmpty();
        assertThat(step.entity().version()).isEqualTo(1);
        assertThat(step.entity().lastEventHash()).isEqualTo(event.hash());
        assertThat(step.entity().createdAt()).isEqualTo(event.at());
    }

    @Test
    void timeAdvancesEvenIfTheClockDoesNot() {
        Entity first = created("ab");

        EntityStep second =
                EventChain.advance(update(Optional.of(first), "abc", "n"), "load-2", "digest", T0.minusSeconds(9));

        assertThat(second.entity().lastEventAt()).isEqualTo(first.lastEventAt().plusNanos(1000));
    }

    @Test
    void onlyMembersRaiseTheMembershipVersion() {
        Entity first = created("ab");
        Entity second = advance(update(Optional.of(first), "ab", "other"));
        Entity third = advance(update(Optional.of(second), "abc", "other"));

        assertThat(List.of(second.version(), second.membershipVersion())).containsExactly(2L, 1L);
        assertThat(List.of(third.version(), third.membershipVersion())).containsExactly(3L, 2L);
    }

    @Test
    void anotherNameOfTheComponentIsNoEvent() {
        Entity first = created("ab");
        EntityUpdate renamed = new EntityUpdate(
                ID, Optional.of(first), key('a'), "other", records("ab"), golden("n"), none(), none(), none(), none());

        EntityStep step = EventChain.advance(renamed, "load-2", "digest", T0);

        assertThat(step.event()).isEmpty();
        assertThat(step.entity().component()).isEqualTo("other");
        assertThat(step.entity().version()).isEqualTo(1);
    }

    @Test
    void theTypeSaysWhatHappened() {
        Entity ab = created("ab");
        SortedSet<EntityId> other = new TreeSet<>(List.of(OTHER));

        assertThat(type(update(Optional.of(ab), "abc", "n"))).isEqualTo(EventType.MEMBERS_CHANGED);
        assertThat(type(update(Optional.of(ab), "ab", "m"))).isEqualTo(EventType.GOLDEN_CHANGED);
        assertThat(type(moved(ab, "abc", other, none()))).isEqualTo(EventType.MERGED);
        assertThat(type(moved(ab, "a", none(), other))).isEqualTo(EventType.SPLIT);
        assertThat(type(moved(ab, "ac", other, other))).isEqualTo(EventType.MERGED);
        assertThat(type(moved(ab, "abc", other, none(), other))).isEqualTo(EventType.MEMBER_MOVED);
        assertThat(type(moved(ab, "a", none(), other, other))).isEqualTo(EventType.MEMBER_MOVED);
        assertThat(type(EntityUpdate.retire(ab, other))).isEqualTo(EventType.RETIRED);
        Entity retired = advance(EntityUpdate.retire(ab, other));
        assertThat(retired.state()).isEqualTo(EntityState.RETIRED);
        assertThat(retired.successors()).containsExactly(OTHER);
        assertThat(type(update(Optional.of(retired), "ab", "n"))).isEqualTo(EventType.RESTORED);
    }

    @Test
    void anUpdateOfAnotherEntityIsRefused() {
        assertThatThrownBy(() -> new EntityUpdate(
                        OTHER,
                        Optional.of(created("a")),
                        key('a'),
                        "c",
                        records("a"),
                        golden("n"),
                        none(),
                        none(),
                        none(),
                        none()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUntouchedChainHolds() {
        assertThat(EventChain.verify(chain())).isEmpty();
        assertThat(EventChain.verify(chain().subList(1, 4))).isEmpty();
    }

    static Stream<String> fields() {
        return Stream.of(
                "id",
                "entity",
                "version",
                "membershipVersion",
                "type",
                "at",
                "before",
                "after",
                "related",
                "cause",
                "digest",
                "previousHash",
                "hash");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aChangeOfAnyFieldIsFound(String field) {
        for (int i = 0; i < chain().size(); i++) {
            List<LineageEvent> events = new ArrayList<>(chain());
            LineageEvent changed = changed(events.get(i), field);
            events.set(i, changed);

            assertThat(EventChain.verify(events))
                    .as("event %s, %s", i, field)
                    .extracting(ChainBreak::event)
                    .contains(changed);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aChangeWithANewHashBreaksTheChainBehindIt(String field) {
        List<LineageEvent> events = new ArrayList<>(chain());
        LineageEvent changed = changed(events.get(1), field);
        events.set(1, EditedEvent.of(changed, "hash", EventChain.hashOf(changed)));

        assertThat(EventChain.verify(events).isEmpty()).isEqualTo(field.equals("hash"));
    }

    @Test
    void aMissingAndARepeatedEventAreFound() {
        List<LineageEvent> missing = new ArrayList<>(chain());
        missing.remove(2);
        List<LineageEvent> repeated = new ArrayList<>(chain());
        repeated.add(2, repeated.get(2));

        assertThat(EventChain.verify(missing)).isNotEmpty();
        assertThat(EventChain.verify(repeated)).isNotEmpty();
    }

    @Test
    void theFieldsListedAreAllFields() {
        assertThat(fields())
                .containsExactlyElementsOf(Stream.of(LineageEvent.class.getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
    }

    private static List<LineageEvent> chain() {
        List<LineageEvent> events = new ArrayList<>();
        EntityStep step = EventChain.advance(update(Optional.empty(), "ab", "n"), "load-1", "digest", T0);
        events.add(step.event().orElseThrow());
        SortedSet<EntityId> other = new TreeSet<>(List.of(OTHER));
        List<Function<Entity, EntityUpdate>> changes = List.of(
                entity -> moved(entity, "abcd", other, none()),
                entity -> update(Optional.of(entity), "abcd", "m"),
                entity -> moved(entity, "ab", none(), other),
                entity -> EntityUpdate.retire(entity, other));
        for (Function<Entity, EntityUpdate> change : changes) {
            step = EventChain.advance(change.apply(step.entity()), "load-1", "digest", T0);
            events.add(step.event().orElseThrow());
        }
        return events;
    }

    private static LineageEvent changed(LineageEvent event, String field) {
        Object value =
                switch (field) {
                    case "entity" -> new EntityId("main:E9");
                    case "version" -> event.version() + 7;
                    case "membershipVersion" -> event.membershipVersion() + 7;
                    case "type" -> otherType(event.type());
                    case "at" -> event.at().plusNanos(1);
                    case "before", "after" -> records("xyz");
                    case "related" -> List.of(new EntityId("main:E9"));
                    default -> "other";
                };
        return EditedEvent.of(event, field, value);
    }

    private static EventType otherType(EventType type) {
        return type == EventType.MERGED ? EventType.SPLIT : EventType.MERGED;
    }

    private static EventType type(EntityUpdate update) {
        return EventChain.advance(update, "load-2", "digest", T0)
                .event()
                .orElseThrow()
                .type();
    }

    private static Entity created(String names) {
        return advance(update(Optional.empty(), names, "n"));
    }

    private static Entity advance(EntityUpdate update) {
        return EventChain.advance(update, "load-1", "digest", T0).entity();
    }

    private static EntityUpdate update(Optional<Entity> before, String names, String golden) {
        return new EntityUpdate(
                ID, before, key('a'), "component", records(names), golden(golden), none(), none(), none(), none());
    }

    private static EntityUpdate moved(
            Entity before, String names, SortedSet<EntityId> takenFrom, SortedSet<EntityId> givenTo) {
        return moved(before, names, takenFrom, givenTo, none());
    }

    private static EntityUpdate moved(
            Entity before,
            String names,
            SortedSet<EntityId> takenFrom,
            SortedSet<EntityId> givenTo,
            SortedSet<EntityId> lasting) {
        return new EntityUpdate(
                ID,
                Optional.of(before),
                key('a'),
                "component",
                records(names),
                golden("n"),
                none(),
                takenFrom,
                givenTo,
                lasting);
    }

    private static SortedSet<EntityId> none() {
        return new TreeSet<>();
    }

    private static GoldenRecord golden(String name) {
        return new GoldenRecord(List.of(new GoldenValue("name", name, key('a'), "most supported", 1)));
    }

    private static RecordKey key(char name) {
        return RecordKey.of("crm", String.valueOf(name));
    }

    private static SortedSet<RecordKey> records(String names) {
        return names.chars().mapToObj(name -> key((char) name)).collect(Collectors.toCollection(TreeSet::new));
    }
}
