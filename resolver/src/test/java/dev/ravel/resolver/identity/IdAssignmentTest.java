package dev.ravel.resolver.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ravel.model.entity.Entity;
import dev.ravel.model.entity.EntityState;
import dev.ravel.model.entity.GoldenRecord;
import dev.ravel.model.identity.EntityId;
import dev.ravel.model.identity.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Entities are drawn as {@code 2:b=abc}: the id X2b, created at second 2 for record b, with the records a, b and c;
 * {@code 2:b=} is retired.
 */
class IdAssignmentTest {
    private static final Instant T0 = Instant.parse("2026-03-01T08:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
            # what it shows                             | before        | retired | parts   | ids           | retires
            nothing changes                             | 1:a=abc       | ''      | abc     | X1a           | ''
            a record comes                              | 1:b=bc        | ''      | abc     | X1b           | ''
            the oldest id survives a merge              | 2:a=a 1:b=b   | ''      | ab      | X1b           | X2a>X1b
            founders settle who is older                | 1:a=a 1:b=b   | ''      | ab      | X1a           | X1b>X1a
            the larger side keeps the id of a split     | 1:a=abc       | ''      | a/bc    | +a/X1a        | ''
            the founder's side keeps it on a tie        | 1:c=abcd      | ''      | ab/cd   | +a/X1c        | ''
            the smallest key keeps it without founder   | 1:z=abcd      | ''      | ab/cd   | X1z/+c        | ''
            a split of a former merge revives the id    | 1:a=abcd      | 2:c=    | ab/cd   | X1a/X2c       | ''
            the oldest of two retired ones is revived   | 1:a=abcd      | 3:c= 2:d= | ab/cd | X1a/X2d       | ''
            a retired id is not taken from a claim      | 1:a=ab        | 0:b=    | ab      | X1a           | ''
            all records are gone                        | 1:a=a         | ''      | ''      | ''            | X1a>
            a retired id goes where its records went    | 1:b=bc 2:d=def| ''      | bcde/f  | X1b/+f        | X2d>+f,X1b
            an id that lost its claim stays elsewhere   | 1:b=b 2:d=def | ''      | bef/d   | X1b/X2d       | ''
            a merge into the smaller, parted again      | 1:a=abc       | 2:b=    | a/bc    | +a/X1a        | ''
            what is minted elsewhere is not revived     | 1:c=de        | ''      | c/de    | +c/X1c        | ''
            """)
    void pictures(String what, String before, String retired, String parts, String ids, String retires) {
        List<Entity> standing = entities(before);
        List<Entity> founded = new ArrayList<>(entities(retired));
        founded.addAll(standing);
        IdAssignment assignment = IdAssignment.assign(parts(parts), standing, founded);

        assertThat(assignment.parts().stream()
                        .map(part -> drawn(part.id(), assignment))
                        .collect(Collectors.joining("/")))
                .isEqualTo(ids);
        assertThat(assignment.retired().entrySet().stream()
                        .map(gone -> gone.getKey() + ">"
                                + gone.getValue().stream()
                                        .map(id -> drawn(id, assignment))
                                        .sorted()
                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(retires);
    }

    @Test
    void whatARetiredIdBecomesAgainIsTold() {
        IdAssignment assignment = IdAssignment.assign(parts("ab/cd/e"), entities("1:a=abcd"), entities("2:c="));

        assertThat(assignment.parts().stream().map(IdentifiedPart::origin))
                .containsExactly(IdOrigin.KEPT, IdOrigin.REVIVED, IdOrigin.MINTED);
        assertThat(assignment.parts().get(1).founder()).isEqualTo(key('c'));
    }

    /** What is taken back is drawn as the entities before it, and as they are now. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            textBlock =
                    """
            # what it shows                             | before          | now            | retired   | parts    | ids
            a merge into the smaller                    | 1:a=a 2:b=bcd   | 1:a=abcd       | 2:b=      | a/bcd    | X1a/X2b
            a merge whose retired founder is elsewhere  | 1:a=a 2:z=bc    | 1:a=abc        | 2:z=      | a/bc     | X1a/X2z
            a split                                     | 1:a=abc         | 1:a=bc 2:d=a   | ''        | abc      | X1a
            a record joined since goes with most        | 1:a=a 2:b=bc    | 1:a=abce       | 2:b=      | a/bce    | X1a/X2b
            one that is gone leaves its id without      | 1:a=a 2:b=bc    | 1:a=abc        | 2:b=      | bc       | X2b
            a minted id with records of its own stays   | 1:a=ab          | 1:a=b 2:c=ac   | ''        | ab/c     | X1a/X2c
            what stays as it is keeps its id            | 1:a=bc 2:z=a    | 1:a=a 3:b=b 4:c=c | 2:z=   | a/b/c    | X1a/X3b/X4c
            an id that stands elsewhere is not taken    | 1:a=a 2:b=bc    | 1:a=abc        | 2:b=x     | a/bc     | X1a/+b
            """)
    void whatIsTakenBackGivesIdsBack(String what, String before, String now, String retired, String parts, String ids) {
        List<Entity> earlier = entities(before);
        SortedMap<EntityId, SortedSet<RecordKey>> members = new TreeMap<>();
        entities(now).forEach(entity -> members.put(entity.id(), new TreeSet<>()));
        earlier.forEach(entity -> members.put(entity.id(), entity.records()));
        List<Entity> founded = new ArrayList<>(entities(retired));
        founded.addAll(entities(now));
        IdAssignment assignment = IdAssignment.assign(
                parts(parts), entities(now), founded, new EarlierMembers(members, new TreeSet<>(), Optional.empty()));

        assertThat(assignment.parts().stream()
                        .map(part -> drawn(part.id(), assignment))
                        .collect(Collectors.joining("/")))
                .isEqualTo(ids);
    }

    @Test
    void aFounderThatHadAnIdBeforeGetsAnotherOne() {
        IdentifiedPart first = IdAssignment.mint(records("c"));
        Entity moved = entity(first.id(), 1, 'c', "de");

        IdentifiedPart second = IdAssignment.assign(parts("c"), List.of(), List.of(moved))
                .parts()
                .get(0);

        assertThat(second.origin()).isEqualTo(IdOrigin.MINTED);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(IdAssignment.assign(parts("c"), List.of(), List.of(moved)).parts())
                .containsExactly(second);
    }

    @Test
    void anIdBeginsWithItsTenantAndIsTheSameOnEveryMachine() {
        assertThat(IdAssignment.mint(records("ab")).id()).isEqualTo(new EntityId("main:ELG3R64UM2PG7DZ2I5FZ7"));
        assertThat(IdAssignment.mint(new TreeSet<>(Set.of(new RecordKey("acme", "crm", "a"))))
                        .id()
                        .value())
                .startsWith("acme:E")
                .hasSize("acme:E".length() + 20);
    }

    @Test
    void aRecordInTwoPartsIsRefused() {
        assertThatThrownBy(() -> IdAssignment.assign(parts("ab/b"), List.of(), List.of()))
                .hasMessageContaining("main:crm:b is in two parts");
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 300).boxed().toList();
    }

    /** A region lives through random partitions; every step keeps the promises. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aHistoryOfPartitionsKeepsThePromises(int seed) {
        Random random = new Random(seed);
        List<Entity> ever = new ArrayList<>();
        for (int step = 1; step <= 12; step++) {
            List<SortedSet<RecordKey>> parts = randomParts(random);
            List<Entity> standing = ever.stream()
                    .filter(entity -> entity.state() == EntityState.ACTIVE)
                    .toList();
            IdAssignment assignment = IdAssignment.assign(parts, standing, ever);

            assertThat(assignment.parts().stream().map(IdentifiedPart::records).toList())
                    .as("the parts are what they were")
                    .containsExactlyInAnyOrderElementsOf(parts);
            assertThat(assignment.parts().stream().map(IdentifiedPart::id))
                    .as("each id goes to one part")
                    .doesNotHaveDuplicates();
            Collections.shuffle(parts, random);
            List<Entity> shuffled = new ArrayList<>(ever);
            Collections.shuffle(shuffled, random);
            assertThat(IdAssignment.assign(parts, standing, shuffled))
                    .as("order does not matter")
                    .isEqualTo(assignment);
            for (Entity entity : standing) {
                boolean kept =
                        assignment.parts().stream().anyMatch(part -> part.id().equals(entity.id()));
                assertThat(kept)
                        .as("%s is kept or retired", entity.id())
                        .isNotEqualTo(assignment.retired().containsKey(entity.id()));
            }
            assignment.retired().forEach((id, successors) -> {
                Set<RecordKey> had = standing.stream()
                        .filter(entity -> entity.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .records();
                assertThat(successors)
                        .as("%s answers with all that took its records", id)
                        .containsExactlyInAnyOrderElementsOf(assignment.parts().stream()
                                .filter(part -> part.records().stream().anyMatch(had::contains))
                                .map(IdentifiedPart::id)
                                .toList());
            });
            ever = after(ever, assignment, step);
            List<Entity> active = ever.stream()
                    .filter(entity -> entity.state() == EntityState.ACTIVE)
                    .toList();
            IdAssignment again = IdAssignment.assign(parts, active, ever);
            assertThat(again.parts().stream().map(IdentifiedPart::id).toList())
                    .as("the same parts again keep their ids")
                    .isEqualTo(
                            assignment.parts().stream().map(IdentifiedPart::id).toList());
            assertThat(again.retired()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void undoingAMergeIntoTheLargestBringsBackAllIds(int seed) {
        List<SortedSet<RecordKey>> parts = randomParts(new Random(seed));
        List<Entity> before = after(List.of(), IdAssignment.assign(parts, List.of(), List.of()), 1).stream()
                .map(entity -> entity(
                        entity.id(), T0.minusSeconds(entity.records().size()), entity.founder(), entity.records()))
                .toList();
        SortedSet<RecordKey> all = new TreeSet<>();
        parts.forEach(all::addAll);
        List<Entity> merged = after(before, IdAssignment.assign(List.of(all), before, before), 2);

        IdAssignment undone = IdAssignment.assign(
                parts,
                merged.stream()
                        .filter(entity -> entity.state() == EntityState.ACTIVE)
                        .toList(),
                merged);

        Set<EntityId> ids =
                undone.parts().stream().map(IdentifiedPart::id).collect(Collectors.toCollection(HashSet::new));
        assertThat(ids).isEqualTo(before.stream().map(Entity::id).collect(Collectors.toSet()));
        assertThat(undone.retired()).isEmpty();
    }

    private static List<SortedSet<RecordKey>> randomParts(Random random) {
        List<SortedSet<RecordKey>> parts = new ArrayList<>();
        for (char name = 'a'; name <= 'i'; name++) {
            if (random.nextInt(8) == 0) {
                continue;
            }
            int at = random.nextInt(parts.size() + 1);
            if (at == parts.size() || random.nextInt(4) == 0) {
                parts.add(new TreeSet<>(Set.of(key(name))));
            } else {
                parts.get(at).add(key(name));
            }
        }
        return parts;
    }

    /** All entities ever after a step. */
    private static List<Entity> after(List<Entity> ever, IdAssignment assignment, int second) {
        List<Entity> after = new ArrayList<>();
        for (Entity entity : ever) {
            boolean stands =
                    assignment.parts().stream().anyMatch(part -> part.id().equals(entity.id()));
            if (!stands) {
                after.add(retired(entity));
            }
        }
        for (IdentifiedPart part : assignment.parts()) {
            Instant createdAt = ever.stream()
                    .filter(entity -> entity.id().equals(part.id()))
                    .map(Entity::createdAt)
                    .findFirst()
                    .orElse(T0.plusSeconds(second));
            after.add(entity(part.id(), createdAt, part.founder(), part.records()));
        }
        return after;
    }

    private static Entity retired(Entity entity) {
        return entity(entity.id(), entity.createdAt(), entity.founder(), new TreeSet<>());
    }

    private static String drawn(EntityId id, IdAssignment assignment) {
        return assignment.parts().stream()
                .filter(part -> part.id().equals(id) && part.origin() == IdOrigin.MINTED)
                .map(part -> "+" + part.founder().id())
                .findFirst()
                .orElse(id.value());
    }

    private static List<Entity> entities(String drawn) {
        return Arrays.stream(drawn.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> entity(
                        new EntityId("X" + word.charAt(0) + word.charAt(2)),
                        word.charAt(0) - '0',
                        word.charAt(2),
                        word.substring(4)))
                .toList();
    }

    private static List<SortedSet<RecordKey>> parts(String drawn) {
        return Arrays.stream(drawn.split("/"))
                .filter(part -> !part.isEmpty())
                .map(IdAssignmentTest::records)
                .toList();
    }

    private static SortedSet<RecordKey> records(String names) {
        return names.chars().mapToObj(name -> key((char) name)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static RecordKey key(char name) {
        return RecordKey.of("crm", String.valueOf(name));
    }

    private static Entity entity(EntityId id, int second, char founder, String records) {
        return entity(id, T0.plusSeconds(second), key(founder), records(records));
    }

    private static Entity entity(EntityId id, Instant createdAt, RecordKey founder, SortedSet<RecordKey> records) {
        return new Entity(
                id,
                records.isEmpty() ? EntityState.RETIRED : EntityState.ACTIVE,
                "",
                founder,
                createdAt,
                1,
                1,
                createdAt,
                "",
                records,
                GoldenRecord.EMPTY,
                List.of());
    }
}
