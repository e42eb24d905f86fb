package dev.ravel.ingest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kafka topic as an input.
 *
 * @param servers the brokers to begin with, {@code host:port}, joined by commas
 * @param topic the topic
 */
record KafkaTopic(String servers, String topic) {
    private static final Pattern ADDRESS = Pattern.compile("kafka://([^/]+)/([A-Za-z0-9._-]+)");

    /** The topic that an input names; empty if it is a path. */
    static Optional<KafkaTopic> parse(String input) {
        if (!input.startsWith("kafka://")) {
            return Optional.empty();
        }
        Matcher matcher = ADDRESS.matcher(input);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a topic: " + input + "; write kafka://host:port/topic");
        }
        return Optional.of(new KafkaTopic(matcher.group(1), matcher.group(2)));
    }
}
