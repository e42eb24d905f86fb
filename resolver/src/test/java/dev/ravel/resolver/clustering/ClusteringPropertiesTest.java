package dev.ravel.resolver.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ravel.model.cluster.HeldLink;
import dev.ravel.model.cluster.Partition;
import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identifier.IdentifierType;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.judgement.Judgement;
import dev.ravel.resolver.blocking.LiveRecord;
import dev.ravel.resolver.comparison.Comparison;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every component, tried on random ones; a failure names its seed. */
class ClusteringPropertiesTest {
    private static final int SEEDS = 400;

    static List<Integer> seeds() {
        return IntStream.range(0, SEEDS).boxed().toList();
    }

    /** A small random component, with weights that tie often, and judgements that contradict each other at times. */
    private static final class Scene {
        final Component component;
        final List<Judgement> judgements;
        final Guards guards;

        Scene(int seed) {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(11);
            List<LiveRecord> records = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                String drawn = String.valueOf((char) ('a' + i));
                records.add(Drawing.record(random.nextInt(4) == 0 ? drawn + (1 + random.nextInt(3)) : drawn));
            }
            List<Link> links = new ArrayList<>();
            double density = random.nextDouble();
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    if (random.nextDouble() < density) {
                        double weight = 6 + random.nextInt(8) / 2.0;
                        links.add(new Link(
                                new RecordPair(
                                        records.get(i).key(), records.get(j).key()),
                                weight));
                    }
                }
            }
            component = new Component(records, links);
            StringBuilder drawn = new StringBuilder();
            for (int j = random.nextInt(5); j > 0 && n >= 4; j--) {
                List<Character> names = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    names.add((char) ('a' + i));
                }
                Collections.shuffle(names, random);
                drawn.append(random.nextBoolean() ? " =" : " !");
                boolean same = drawn.charAt(drawn.length() - 1) == '=';
                drawn.append(names.get(0))
                        .append(random.nextBoolean() ? names.get(1) : "")
                        .append(same ? "" : "/")
                        .append(names.get(2))
                        .append(random.nextBoolean() ? names.get(3) : "");
            }
            judgements =
                    Drawing.judgements(drawn.toString()).stream().distinct().toList();
            guards = new Guards(
                    2 + random.nextInt(9),
                    6 + random.nextInt(3),
                    random.nextInt(3),
                    Set.of(IdentifierType.NATIONAL_ID),
                    EnumSet.allOf(Comparison.class),
                    Set.of());
        }

        Partition partition() {
            return Clustering.cluster(component, judgements, guards);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTheRulesDoneNaively(int seed) {
        Scene scene = new Scene(seed);

        assertThat(new HashSet<>(scene.partition().parts()))
                .isEqualTo(new NaiveClustering(scene.component, scene.judgements, scene.guards).parts());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfRecordsLinksAndJudgementsDoesNotMatter(int seed) {
        Scene scene = new Scene(seed);
        Random random = new Random(seed);
        List<LiveRecord> records = new ArrayList<>(scene.component.records());
        List<Link> links = new ArrayList<>(scene.component.links());
        List<Judgement> judgements = new ArrayList<>(scene.judgements);
        Collections.shuffle(records, random);
        Collections.shuffle(links, random);
        Collections.shuffle(judgements, random);

        assertThat(Clustering.cluster(new Component(records, links), judgements, scene.guards))
                .isEqualTo(scene.partition());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachRecordIsInOnePartAndEachLinkBetweenPartsIsHeld(int seed) {
        Scene scene = new Scene(seed);
        Partition partition = scene.partition();
        List<RecordKey> all =
                partition.parts().stream().flatMap(SortedSet::stream).sorted().toList();
        List<RecordPair> between = scene.component.links().stream()
                .map(Link::pair)
                .filter(pair -> partition.parts().stream()
                        .noneMatch(part -> part.contains(pair.smaller()) && part.contains(pair.larger())))
                .toList();

        assertThat(all)
                .isEqualTo(
                        scene.component.records().stream().map(LiveRecord::key).toList());
        assertThat(partition.held().stream().map(HeldLink::pair).toList()).isEqualTo(between);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noPersonsNotSameIsViolated(int seed) {
        Scene scene = new Scene(seed);

        for (SortedSet<RecordKey> part : scene.partition().parts()) {
            for (Judgement judgement : scene.judgements) {
                long sides = judgement.groups().stream()
                        .filter(group -> group.stream().anyMatch(part::contains))
                        .count();
                assertThat(sides).isLessThanOrEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void onlyAPersonMakesAnEntityLargerThanAllowed(int seed) {
        Scene scene = new Scene(seed);
        List<Set<RecordKey>> judgedSame = closureOfSame(scene);

        for (SortedSet<RecordKey> part : scene.partition().parts()) {
            assertThat(part.size() <= scene.guards.maxRecords()
                            || judgedSame.stream().anyMatch(group -> group.containsAll(part)))
                    .as("%s", part)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutConflictsEntitiesAreTheConnectedComponents(int seed) {
        Scene scene = new Scene(seed);
        Guards none = new Guards(100, 0, 0, Set.of(), Set.of(), Set.of());
        Graph<RecordKey, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        scene.component.records().forEach(record -> graph.addVertex(record.key()));
        scene.component
                .links()
                .forEach(
                        link -> graph.addEdge(link.pair().smaller(), link.pair().larger()));

        assertThat(Set.<Set<RecordKey>>copyOf(
                        Clustering.cluster(scene.component, List.of(), none).parts()))
                .isEqualTo(Set.copyOf(new ConnectivityInspector<>(graph).connectedSets()));
    }

    private static List<Set<RecordKey>> closureOfSame(Scene scene) {
        List<Set<RecordKey>> closure = new ArrayList<>();
        scene.component.records().forEach(record -> closure.add(new TreeSet<>(Set.of(record.key()))));
        for (Judgement judgement : scene.judgements) {
            if (judgement.groups().size() == 1) {
                Set<RecordKey> joined = new TreeSet<>();
                closure.removeIf(group -> {
                    boolean touched = group.stream().anyMatch(judgement.groups().get(0)::contains);
                    return touched && joined.addAll(group);
                });
                closure.add(joined);
            }
        }
        return closure;
    }
}
