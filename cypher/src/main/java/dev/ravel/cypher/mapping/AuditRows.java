package dev.ravel.cypher.mapping;

import dev.ravel.model.evidence.RecordPair;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.review.AuditSample;
import dev.ravel.model.review.AuditSample.Decision;
import dev.ravel.model.review.AuditSample.DrawnPair;
import dev.ravel.model.review.AuditSample.Stratum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * Audit samples: {@code (:AuditSample {key, tenant, at, seed, digest, decisions, rules, populations, strata, smaller,
 * larger})}. The strata are three lists of one length, and so are the pairs.
 */
public final class AuditRows {
    private AuditRows() {}

    /** The properties of a sample. */
    public static Map<String, Object> properties(Tenant tenant, AuditSample sample) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("key", tenant.prefix() + sample.name());
        properties.put("tenant", tenant.name());
        properties.put("at", Times.in(sample.at()));
        properties.put("seed", sample.seed());
        properties.put("digest", sample.digest());
        List<Stratum> strata = sample.strata();
        properties.put(
                "decisions",
                strata.stream().map(stratum -> stratum.decision().name()).toList());
        properties.put("rules", strata.stream().map(Stratum::rule).toList());
        properties.put("populations", strata.stream().map(Stratum::population).toList());
        List<DrawnPair> pairs = sample.pairs();
        properties.put("strata", pairs.stream().map(DrawnPair::stratum).toList());
        properties.put(
                "smaller",
                pairs.stream().map(drawn -> drawn.pair().smaller().text()).toList());
        properties.put(
                "larger",
                pairs.stream().map(drawn -> drawn.pair().larger().text()).toList());
        return properties;
    }

    /** The sample in a row. */
    public static AuditSample sample(String prefix, Record row) {
        List<String> decisions = Rows.texts(row.get("decisions"));
        List<String> rules = Rows.texts(row.get("rules"));
        List<Long> populations = row.get("populations").asList(Value::asLong);
        List<Stratum> strata = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            strata.add(new Stratum(Decision.valueOf(decisions.get(i)), rules.get(i), populations.get(i)));
        }
        List<Integer> stratumOf = row.get("strata").asList(Value::asInt);
        List<String> smaller = Rows.texts(row.get("smaller"));
        List<String> larger = Rows.texts(row.get("larger"));
        List<DrawnPair> pairs = new ArrayList<>();
        for (int i = 0; i < smaller.size(); i++) {
            pairs.add(new DrawnPair(
                    stratumOf.get(i), new RecordPair(RecordKey.parse(smaller.get(i)), RecordKey.parse(larger.get(i)))));
        }
        return new AuditSample(
                row.get("key").asString().substring(prefix.length()),
                Times.out(row.get("at")),
                row.get("seed").asLong(),
                row.get("digest").asString(),
                strata,
                pairs);
    }
}
