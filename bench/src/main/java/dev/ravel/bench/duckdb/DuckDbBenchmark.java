package dev.ravel.bench.duckdb;

import dev.ravel.bench.measure.Benchmark;
import dev.ravel.bench.measure.ProcessorTime;
import dev.ravel.bench.measure.Row;
import dev.ravel.bench.measure.Scores;
import dev.ravel.bench.people.PlainPeople;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.record.SourceRecord;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.bulk.PreparedRecords;
import dev.ravel.resolver.evaluate.Accuracy;
import dev.ravel.resolver.scoring.MatchModel;
import dev.ravel.resolver.settings.ResolverSettings;
import dev.ravel.resolver.standardise.StandardRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Pairs a second of processor time, in turns in one process. Both sides start from records in standard form with their
 * keys and end with accepted pairs; Ravel goes on from there to entities and golden records, inside its time. Both score
 * with the shipped model.
 */
@Command(
        name = "duckdb",
        mixinStandardHelpOptions = true,
        description = {
            "The bulk path beside DuckDB with the same blocking and scoring in SQL, on generated plain people.",
            "About a minute and a half at 60,000 records."
        })
public final class DuckDbBenchmark extends Benchmark {
    @Option(names = "--records", description = "records (default: ${DEFAULT-VALUE})")
    private int records = 60_000;

    @Option(names = "--rounds", description = "turns of each side that count (default: ${DEFAULT-VALUE})")
    private int rounds = 3;

    /** What a turn took and found. */
    private record Turn(double cpuSeconds, long pairs, long links, Accuracy accuracy) {
        double rate() {
            return pairs / cpuSeconds;
        }
    }

    @Override
    protected List<Row> measure() throws IOException {
        Resolver resolver = Resolver.of(ResolverSettings.defaults(), MatchModel.shipped());
        PlainPeople people = PlainPeople.generate(seed(), records);
        StandardRecord[] standard = people.records().stream()
                .map(record -> resolver.standardiser().standardise(record))
                .toArray(StandardRecord[]::new);
        List<Turn> own = new ArrayList<>();
        List<Turn> peer = new ArrayList<>();
        try (DuckDbPeople database = DuckDbPeople.load(standard, resolver)) {
            for (int turn = 0; turn <= rounds; turn++) {
                own.add(own(people, resolver));
                peer.add(peer(people, database));
                System.err.printf(
                        "turn %d: ravel %.2f CPU-s, DuckDB %.2f CPU-s%n",
                        turn, own.get(turn).cpuSeconds(), peer.get(turn).cpuSeconds());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB failed: " + e.getMessage(), e);
        }
        return rows(median(own), median(peer));
    }

    private static Turn own(PlainPeople people, Resolver resolver) {
        PreparedRecords prepared = PreparedRecords.of(people.records(), resolver);
        double start = ProcessorTime.seconds();
        BulkResult result = new BulkResolver(resolver, Clock.systemUTC()).resolve(prepared, List.of());
        double seconds = ProcessorTime.seconds() - start;
        Map<String, String> entityOf = new HashMap<>();
        for (Entity entity : result.entities()) {
            for (RecordKey member : entity.records()) {
                entityOf.put(member.text(), entity.id().value());
            }
        }
        return new Turn(
                seconds, result.candidatePairs(), result.acceptedPairs(), Scores.pairwise(people.truth(), entityOf));
    }

    private static Turn peer(PlainPeople people, DuckDbPeople database) throws SQLException {
        double start = ProcessorTime.seconds();
        database.resolve();
        double seconds = ProcessorTime.seconds() - start;
        int[] components = database.components();
        Map<String, String> entityOf = new HashMap<>();
        for (int i = 0; i < components.length; i++) {
            SourceRecord record = people.records().get(i);
            entityOf.put(record.key().text(), Integer.toString(components[i]));
        }
        return new Turn(seconds, database.pairs(), database.links(), Scores.pairwise(people.truth(), entityOf));
    }

    /** The turn of the median time; the first does not count. */
    private static Turn median(List<Turn> turns) {
        Turn[] counting = turns.subList(1, turns.size()).toArray(Turn[]::new);
        Arrays.sort(counting, (a, b) -> Double.compare(a.cpuSeconds(), b.cpuSeconds()));
        return counting[counting.length / 2];
    }

    private static List<Row> rows(Turn own, Turn peer) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                "ravel, pairs of a second of processor",
                own.rate(),
                "pairs/CPU-s",
                "DuckDB",
                own.rate() / peer.rate(),
                own.accuracy().f1()));
        rows.add(new Row(
                "DuckDB, pairs of a second of processor",
                peer.rate(),
                "pairs/CPU-s",
                "",
                Double.NaN,
                peer.accuracy().f1()));
        addSide(rows, "ravel", own);
        addSide(rows, "DuckDB", peer);
        rows.add(new Row(
                "ravel, links beside DuckDB's",
                (double) own.links(),
                "links",
                "DuckDB",
                (double) own.links() / peer.links(),
                Double.NaN));
        return rows;
    }

    private static void addSide(List<Row> rows, String name, Turn turn) {
        rows.add(Row.of(name + ", processor", turn.cpuSeconds(), "CPU-s"));
        rows.add(Row.of(name + ", pairs scored", (double) turn.pairs(), "pairs"));
        rows.add(Row.of(name + ", links", (double) turn.links(), "links"));
        rows.add(Row.of(name + ", precision", turn.accuracy().precision(), ""));
        rows.add(Row.of(name + ", recall", turn.accuracy().recall(), ""));
    }
}
