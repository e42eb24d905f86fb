package dev.ravel.bench.peers;

import dev.ravel.bench.measure.MeasuredProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Duke 1.2 (2014), which finds candidates in Lucene and multiplies probabilities. Its low and high probabilities are hand-set,
 * as its documentation asks for; these follow its examples for people: names by Jaro-Winkler, all else by Levenshtein, and the
 * surer the more a value belongs to one person. Exact instead of fuzzy search, which its users find ten times faster for little loss.
 */
final class Duke implements Peer {
    @Override
    public String name() {
        return "Duke 1.2";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public Outcome resolve(LabelledSet set, Path directory) throws IOException, InterruptedException {
        Path configuration = directory.resolve("duke-" + set.name() + ".xml");
        Path links = directory.resolve("duke-" + set.name() + ".csv");
        Files.writeString(configuration, configuration(set));
        MeasuredProcess process = MeasuredProcess.run(MeasuredProcess.java(
                List.of("-XX:+UseParallelGC"),
                DukeRun.class.getName(),
                List.of(configuration.toString(), links.toString())));
        ScoredLinks scored = ScoredLinks.read(links);
        double threshold = scored.bestThreshold(set.entityOf());
        return new Outcome(process, scored.components(set.entityOf(), threshold), threshold);
    }

    /** Duke's own configuration file for a set. */
    static String configuration(LabelledSet set) {
        StringBuilder properties = new StringBuilder();
        StringBuilder columns = new StringBuilder();
        for (Column column : set.columns()) {
            properties.append(property(column));
            columns.append("    <column name=\"%s\" property=\"%s\" cleaner=\"no.priv.garshol.duke.cleaners.%s\"/>\n"
                    .formatted(column.name(), column.name(), cleaner(column)));
        }
        return """
                <duke>
                  <schema>
                    <threshold>0.1</threshold>
                    <property type="id"><name>%s</name></property>
                %s  </schema>
                  <database class="no.priv.garshol.duke.databases.LuceneDatabase">
                    <param name="fuzzy-search" value="false"/>
                  </database>
                  <csv>
                    <param name="input-file" value="%s"/>
                    <column name="%s" property="%s"/>
                %s  </csv>
                </duke>
                """
                .formatted(LabelledSet.ID, properties, set.records(), LabelledSet.ID, LabelledSet.ID, columns);
    }

    private static String property(Column column) {
        return """
                    <property>
                      <name>%s</name>
                      <comparator>no.priv.garshol.duke.comparators.%s</comparator>
                      <low>%s</low>
                      <high>%s</high>
                    </property>
                """
                .formatted(column.name(), comparator(column), low(column), high(column));
    }

    private static String comparator(Column column) {
        return column.kind() == Column.Kind.NAME ? "JaroWinkler" : "Levenshtein";
    }

    private static String cleaner(Column column) {
        return switch (column.kind()) {
            case DATE, NUMBER -> "DigitsOnlyCleaner";
            case NAME, PLACE, EMAIL -> "LowerCaseNormalizeCleaner";
        };
    }

    /** What a difference leaves of the probability: little where people hardly ever have two values. */
    private static double low(Column column) {
        return switch (column.kind()) {
            case NAME -> .3;
            case PLACE -> .4;
            case DATE -> .25;
            case EMAIL, NUMBER -> .3;
        };
    }

    /** What agreement alone makes probable. */
    private static double high(Column column) {
        return switch (column.kind()) {
            case NAME -> .8;
            case PLACE -> .65;
            case DATE -> .9;
            case EMAIL, NUMBER -> .95;
        };
    }
}
