package dev.ravel.launcher.bulk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.ingest.batch.BatchReport;
import dev.ravel.launcher.console.Json;
import dev.ravel.model.cluster.Guard;
import dev.ravel.model.entity.Entity;
import dev.ravel.model.evidence.Match;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.bulk.BulkResult;
import dev.ravel.resolver.store.KeyState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The figures of a bulk resolution.
 *
 * @param digest the resolution digest
 * @param model the name and version of the model
 * @param at when it ended
 * @param versions how many versions were read
 * @param deadLetters how many inputs could not be read
 * @param lostNumbers how many phones and document numbers a spreadsheet had cut short, so that they are no values
 * @param invalidPhones how many phone numbers are valid neither in the configured region nor by a country code of their own
 * @param records live records
 * @param entities entities
 * @param merged entities of more than one record
 * @param largest the records of the largest entity
 * @param candidatePairs pairs scored
 * @param accepted pairs kept as accepted
 * @param heldByGuard how many links each guard held back, by the guard's name; also guards that held none
 * @param review questions for people
 * @param suppressed identifiers that are suppressed
 * @param skippedBlocks blocks and identifiers with too many records to propose their pairs, though they are evidence
 * @param skippedPairs the pairs of their records; some of these were scored for another reason
 * @param leftOutKeys keys that records would have beside theirs, without the limits of keys of a record and of a rule
 * @param sizes how many entities there are of each size
 * @param phaseMillis how long each phase took, in order, in milliseconds; empty if that is not known
 * @param elapsed from the first byte read to the last one on the disk
 */
public record BulkReport(
        String digest,
        String model,
        Instant at,
        long versions,
        long deadLetters,
        long lostNumbers,
        long invalidPhones,
        int records,
        int entities,
        int merged,
        int largest,
        long candidatePairs,
        long accepted,
        Map<String, Long> heldByGuard,
        int review,
        long suppressed,
        long skippedBlocks,
        long skippedPairs,
        long leftOutKeys,
        Map<Integer, Integer> sizes,
        Map<String, Long> phaseMillis,
        Duration elapsed) {

    /** The figures of a result. */
    public static BulkReport of(
            BulkResult result,
            Resolver resolver,
            long versions,
            long deadLetters,
            long lostNumbers,
            long invalidPhones,
            Instant at,
            Map<String, Long> phaseMillis,
            Duration elapsed) {
        TreeMap<Integer, Integer> sizes = new TreeMap<>();
        for (Entity entity : result.entities()) {
            sizes.merge(entity.records().size(), 1, Integer::sum);
        }
        return new BulkReport(
                resolver.digest().hex(),
                resolver.model().toString(),
                at,
                versions,
                deadLetters,
                lostNumbers,
                invalidPhones,
                result.records(),
                result.entities().size(),
                result.entities().size() - sizes.getOrDefault(1, 0),
                sizes.isEmpty() ? 0 : sizes.lastKey(),
                result.candidatePairs(),
                result.matches().stream()
                        .filter(match -> match.status() == MatchStatus.ACCEPTED)
                        .count(),
                heldByGuard(result),
                result.review().size(),
                result.suppressed().stream().filter(KeyState::suppressed).count(),
                skipped(result).count(),
                skipped(result)
                        .mapToLong(key -> key.size() * (key.size() - 1L) / 2)
                        .sum(),
                result.leftOutKeys(),
                sizes,
                phaseMillis,
                elapsed);
    }

    /** The figures of a result that a cluster made. */
    static BulkReport of(BatchReport counted, Resolver resolver, long deadLetters, Instant at, Duration elapsed) {
        Map<String, Long> held = new LinkedHashMap<>();
        for (Guard guard : Guard.values()) {
            held.put(guard.name(), counted.held().getOrDefault(guard.name(), 0L));
        }
        return new BulkReport(
                resolver.digest().hex(),
                resolver.model().toString(),
                at,
                counted.versions(),
                deadLetters,
                counted.lostNumbers(),
                counted.invalidPhones(),
                Math.toIntExact(counted.records()),
                counted.entities(),
                counted.entities() - counted.sizes().getOrDefault(1, 0),
                counted.sizes().isEmpty() ? 0 : counted.sizes().lastKey(),
                counted.candidatePairs(),
                counted.matches().getOrDefault(MatchStatus.ACCEPTED.name(), 0L),
                held,
                Math.toIntExact(counted.questions()),
                counted.suppressed(),
                counted.skippedBlocks(),
                counted.skippedPairs(),
                counted.leftOutKeys(),
                counted.sizes(),
                Map.of(),
                elapsed);
    }

    private static Map<String, Long> heldByGuard(BulkResult result) {
        Map<String, Long> held = new LinkedHashMap<>();
        for (Guard guard : Guard.values()) {
            held.put(guard.name(), 0L);
        }
        for (Match match : result.matches()) {
            match.heldBy().ifPresent(guard -> held.merge(guard.name(), 1L, Long::sum));
        }
        return held;
    }

    private static Stream<KeyState> skipped(BulkResult result) {
        return result.suppressed().stream().filter(key -> key.overCap() && !key.suppressed());
    }

    /** The share of records that are one too many for their customer, 0 to 1. */
    public double duplicateRate() {
        return records == 0 ? 0 : 1 - (double) entities / records;
    }

    /** The figures with their names, in the order for reading. */
    public Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("versions read", count(versions));
        lines.put("inputs that could not be read", count(deadLetters));
        lines.put("numbers that a spreadsheet cut short", count(lostNumbers));
        lines.put("phone numbers that are not valid", count(invalidPhones));
        lines.put("live records", count(records));
        lines.put("entities", count(entities));
        lines.put("entities of several records", count(merged));
        lines.put("records of the largest entity", count(largest));
        lines.put("duplicates among the records", String.format(Locale.ROOT, "%.1f %%", 100 * duplicateRate()));
        lines.put("pairs scored", count(candidatePairs));
        heldByGuard.forEach((guard, links) ->
                lines.put("links held by " + guard.toLowerCase(Locale.ROOT).replace('_', ' '), count(links)));
        lines.put("questions for people", count(review));
        lines.put("suppressed identifiers", count(suppressed));
        lines.put("blocks too large to propose pairs", count(skippedBlocks));
        lines.put("pairs in them", count(skippedPairs));
        lines.put("keys left out of records with too many", count(leftOutKeys));
        lines.put("time", String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0));
        if (!phaseMillis.isEmpty()) {
            lines.put("of it", Phases.text(phaseMillis));
        }
        lines.put("model", model);
        lines.put("resolution digest", digest);
        return lines;
    }

    /** The figures for programs. */
    public ObjectNode json() {
        ObjectNode json = Json.object()
                .put("digest", digest)
                .put("model", model)
                .put("at", at.toString())
                .put("versions", versions)
                .put("deadLetters", deadLetters)
                .put("lostNumbers", lostNumbers)
                .put("invalidPhones", invalidPhones)
                .put("records", records)
                .put("entities", entities)
                .put("mergedEntities", merged)
                .put("largestEntity", largest)
                .put("duplicateRate", duplicateRate())
                .put("candidatePairs", candidatePairs)
                .put("acceptedMatches", accepted)
                .put("reviewItems", review)
                .put("suppressedIdentifiers", suppressed)
                .put("skippedBlocks", skippedBlocks)
                .put("skippedPairs", skippedPairs)
                .put("leftOutKeys", leftOutKeys)
                .put("elapsedMillis", elapsed.toMillis());
        ObjectNode phases = json.putObject("phaseMillis");
        phaseMillis.forEach(phases::put);
        ObjectNode held = json.putObject("heldByGuard");
        heldByGuard.forEach(held::put);
        ObjectNode bySize = json.putObject("entitiesBySize");
        sizes.forEach((size, count) -> bySize.put(Integer.toString(size), count));
        return json;
    }

    /** How many pairs were scored, as a written report says. */
    public static long candidatePairs(Path reportJson) throws IOException {
        return Json.read(reportJson).path("candidatePairs").asLong();
    }

    /** Writes {@value BulkFiles#REPORT_JSON}. */
    public void writeJson(Path file) throws IOException {
        try (DurableText out = new DurableText(file)) {
            out.text().write(Json.text(json()));
            out.text().write('\n');
        }
    }

    /** Writes {@value BulkFiles#REPORT_HTML}: one page that needs no other file. */
    public void writeHtml(Path file) throws IOException {
        try (DurableText out = new DurableText(file)) {
            out.text()
                    .write(
                            """
                    <!doctype html>
                    <html lang="en"><head><meta charset="utf-8"><title>Ravel: bulk resolution</title>
                    <style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
                    table{border-collapse:collapse}td,th{padding:.2rem 1rem .2rem 0;text-align:left}
                    td+td,th+th{text-align:right}</style></head><body>
                    <h1>Bulk resolution</h1><table>
                    """);
            for (Map.Entry<String, String> line : lines().entrySet()) {
                tableRow(out, line.getKey(), line.getValue());
            }
            out.text().write("</table><h2>Entities by size</h2><table><tr><th>records</th><th>entities</th></tr>\n");
            for (Map.Entry<Integer, Integer> size : sizes.entrySet()) {
                tableRow(out, count(size.getKey()), count(size.getValue()));
            }
            out.text().write("</table></body></html>\n");
        }
    }

    private static void tableRow(DurableText out, String name, String value) throws IOException {
        out.text().write("<tr><td>" + name + "</td><td>" + value + "</td></tr>\n");
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
