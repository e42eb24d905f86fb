package dev.ravel.ingest;

import java.util.List;

/**
 * What to take in.
 *
 * @param inputs files, directories, or topics as {@code kafka://host:port[,host:port…]/topic}; at least one
 * @param watch whether to go on for ever: with files that appear in the directories, with messages that arrive. A topic
 *     that is not watched is read up to what it holds at the start
 * @param fromStart whether to take in again what the graph's offsets say is in
 * @param loadId the id of this load, kept with every version that it brings
 */
public record IngestRequest(List<String> inputs, boolean watch, boolean fromStart, String loadId) {
    public IngestRequest {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(
                    "name at least one input: a file, a directory or kafka://host:port/topic");
        }
        if (loadId.isBlank()) {
            throw new IllegalArgumentException("the load id is blank");
        }
    }

    /** Takes in what the inputs hold now, going on from the graph's offsets. */
    public static IngestRequest once(List<String> inputs, String loadId) {
        return new IngestRequest(inputs, false, false, loadId);
    }
}
