package dev.ravel.ingest.batch;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;

/**
 * The figures of a batch job.
 *
 * @param versions versions read
 * @param deadLetters inputs that could not be read
 * @param lostNumbers phones and document numbers that a spreadsheet had cut short
 * @param invalidPhones phone numbers of live records that are valid nowhere
 * @param records live records
 * @param leftOutKeys keys that live records would have beside theirs, without the limits of keys of a record
 * @param candidatePairs pairs scored
 * @param acceptedPairs those of them that reached the match weight
 * @param suppressed identifiers that are suppressed
 * @param skippedBlocks blocks and identifiers with too many records to propose their pairs, though they are evidence
 * @param skippedPairs the pairs of their records
 * @param residue edges of components that the shuffle rounds left to one task
 * @param questions questions for people
 * @param matches kept pairs by status
 * @param held kept links by the guard that holds them
 * @param sizes how many entities there are of each size
 * @param shuffledBytes the bytes that came to each operator by the shuffle before it, by the operator's name
 * @param shuffledMessages the messages that came so
 */
public record BatchReport(
        long versions,
        long deadLetters,
        long lostNumbers,
        long invalidPhones,
        long records,
        long leftOutKeys,
        long candidatePairs,
        long acceptedPairs,
        long suppressed,
        long skippedBlocks,
        long skippedPairs,
        long residue,
        long questions,
        SortedMap<String, Long> matches,
        SortedMap<String, Long> held,
        SortedMap<Integer, Integer> sizes,
        SortedMap<String, Long> shuffledBytes,
        SortedMap<String, Long> shuffledMessages) {

    /** What a job that has ended counted. */
    public static BatchReport of(JobExecutionResult result) {
        return new BatchReport(
                count(result, BatchCount.VERSIONS),
                count(result, BatchCount.DEAD_LETTERS),
                count(result, BatchCount.LOST_NUMBERS),
                count(result, BatchCount.INVALID_PHONES),
                count(result, BatchCount.RECORDS),
                count(result, BatchCount.LEFT_OUT_KEYS),
                count(result, BatchCount.CANDIDATE_PAIRS),
                count(result, BatchCount.ACCEPTED_PAIRS),
                count(result, BatchCount.SUPPRESSED),
                count(result, BatchCount.SKIPPED_BLOCKS),
                count(result, BatchCount.SKIPPED_PAIRS),
                count(result, BatchCount.RESIDUE),
                count(result, WriteOperator.QUESTIONS),
                counts(result, WriteOperator.STATUS),
                counts(result, WriteOperator.HELD),
                sizes(result),
                counts(result, Shuffled.BYTES),
                counts(result, Shuffled.MESSAGES));
    }

    /** How many entities there are. */
    public int entities() {
        return sizes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static long count(JobExecutionResult result, BatchCount count) {
        return count(result, count.name());
    }

    private static long count(JobExecutionResult result, String name) {
        Long counted = result.getAccumulatorResult(name);
        return counted == null ? 0 : counted;
    }

    private static SortedMap<String, Long> counts(JobExecutionResult result, String beginning) {
        SortedMap<String, Long> counts = new TreeMap<>();
        result.getAllAccumulatorResults().forEach((name, counted) -> {
            if (name.startsWith(beginning) && counted instanceof Long number) {
                counts.put(name.substring(beginning.length()), number);
            }
        });
        return counts;
    }

    private static SortedMap<Integer, Integer> sizes(JobExecutionResult result) {
        Map<Integer, Integer> sizes = result.getAccumulatorResult(WriteOperator.SIZES);
        return sizes == null ? new TreeMap<>() : new TreeMap<>(sizes);
    }
}
