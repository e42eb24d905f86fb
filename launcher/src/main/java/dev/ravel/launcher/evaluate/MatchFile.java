package dev.ravel.launcher.evaluate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.ravel.launcher.bulk.BulkFiles;
import dev.ravel.model.evidence.MatchStatus;
import dev.ravel.resolver.evaluate.ReviewShare;
import dev.ravel.resolver.evaluate.ThresholdCurve.WeightedPair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@value BulkFiles#MATCHES} of a result says of pairs of records, which are named {@code source:id}.
 *
 * @param weighed the pairs that reach the review threshold, with their weights
 * @param questions those that wait for a person
 */
record MatchFile(List<WeightedPair> weighed, List<ReviewShare.Question> questions) {
    MatchFile {
        weighed = List.copyOf(weighed);
        questions = List.copyOf(questions);
    }

    static MatchFile read(Path result) throws IOException {
        List<WeightedPair> weighed = new ArrayList<>();
        List<ReviewShare.Question> questions = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(result.resolve(BulkFiles.MATCHES))) {
            for (NamedCsvRecord row : csv) {
                String a = row.getField("source_a") + ':' + row.getField("record_a");
                String b = row.getField("source_b") + ':' + row.getField("record_b");
                MatchStatus status = MatchStatus.valueOf(row.getField("status"));
                if (status != MatchStatus.JUDGED) {
                    weighed.add(new WeightedPair(a, b, Double.parseDouble(row.getField("weight"))));
                }
                if (status == MatchStatus.REVIEW || status == MatchStatus.HELD) {
                    questions.add(new ReviewShare.Question(a, b));
                }
            }
        }
        return new MatchFile(weighed, questions);
    }
}
