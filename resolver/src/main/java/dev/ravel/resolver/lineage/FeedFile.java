package dev.ravel.resolver.lineage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.model.identity.RecordKey;
import dev.ravel.model.lineage.LineageEvent;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;

/**
 * A {@link ChangeFeed} as a file that grows: JSON Lines in UTF-8, one event a line, {@code docs/change-feed.md}. It goes on
 * where it ends; a block that a crash left incomplete at the end is cut off and written again. Not thread-safe.
 */
public final class FeedFile implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel file;
    private long block;

    /**
     * Opens a file to go on, or a new one.
     *
     * @throws IOException if it cannot be read or written, or a line in it is not one of a feed
     */
    public FeedFile(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            goOn(path);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The number of the last block in the file, 0 if there is none. */
    public long block() {
        return block;
    }

    /** Appends what a feed has after the last block, and returns how many events that was; they are on disk then. */
    public int append(ChangeFeed feed) throws IOException {
        List<FeedLine> lines = feed.after(block);
        if (!lines.isEmpty()) {
            StringBuilder text = new StringBuilder();
            for (FeedLine line : lines) {
                text.append(json(line)).append('\n');
            }
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
            block = lines.get(lines.size() - 1).block();
        }
        return lines.size();
    }

    private void goOn(Path path) throws IOException {
        long size = file.size();
        long whole = 0;
        long read = 0;
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            String line = lines.readLine();
            while (line != null) {
                read += line.getBytes(StandardCharsets.UTF_8).length + 1L;
                if (read > size) {
                    break;
                }
                JsonNode node = parsed(line, path);
                if (node.path("index").asInt() + 1 == node.path("of").asInt()) {
                    whole = read;
                    block = node.path("block").asLong();
                }
                line = lines.readLine();
            }
        }
        file.truncate(whole);
        file.position(whole);
    }

    private static JsonNode parsed(String line, Path path) throws IOException {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.path("block").asLong() > 0 && node.path("of").asInt() > 0) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new IOException(path + " is not a change feed: name another file", e);
        }
        throw new IOException(path + " is not a change feed: name another file");
    }

    private static String json(FeedLine line) {
        LineageEvent event = line.event();
        ObjectNode node = JSON.createObjectNode()
                .put("block", line.block())
                .put("index", line.index())
                .put("of", line.of())
                .put("id", event.id())
                .put("entity", event.entity().value())
                .put("version", event.version())
                .put("membershipVersion", event.membershipVersion())
                .put("type", event.type().name())
                .put("at", event.at().toString())
                .put("cause", event.cause());
        records(node.putArray("before"), event.before());
        records(node.putArray("after"), event.after());
        ArrayNode related = node.putArray("related");
        event.related().forEach(id -> related.add(id.value()));
        return node.toString();
    }

    private static void records(ArrayNode array, Collection<RecordKey> records) {
        records.forEach(record -> array.add(record.text()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
