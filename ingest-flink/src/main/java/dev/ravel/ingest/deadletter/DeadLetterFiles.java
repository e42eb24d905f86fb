package dev.ravel.ingest.deadletter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ravel.ingest.input.Input;
import dev.ravel.ingest.input.RawRecord;
import dev.ravel.ingest.parse.Parsed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The dead-letter files of a directory. Written letters are on the disk when {@link #write} returns. Of one input only
 * one object may write at a time, which is thread-safe. Keeps the offsets of the letters of an input, 32 bytes or so each, until it is told to
 * {@link #forget} it.
 */
public final class DeadLetterFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final String loadId;
    private final Clock clock;
    private final Map<String, Set<Long>> known = new HashMap<>();

    /** @param loadId the load that the letters came with */
    public DeadLetterFiles(Path directory, String loadId, Clock clock) {
        this.directory = directory;
        this.loadId = loadId;
        this.clock = clock;
    }

    /**
     * Appends letters to the files of their inputs, those that are there already left out.
     *
     * @return how many were new
     */
    public synchronized int write(List<Parsed.DeadLetter> letters) throws IOException {
        Map<Input, ByteArrayOutputStream> byInput = new LinkedHashMap<>();
        int written = 0;
        for (Parsed.DeadLetter letter : letters) {
            Input input = letter.raw().input();
            if (offsets(input).add(letter.raw().offset())) {
                ByteArrayOutputStream lines = byInput.computeIfAbsent(input, any -> new ByteArrayOutputStream());
                lines.writeBytes(JSON.writeValueAsBytes(json(letter)));
                lines.write('\n');
                written++;
            }
        }
        for (Map.Entry<Input, ByteArrayOutputStream> file : byInput.entrySet()) {
            append(file(file.getKey()), file.getValue().toByteArray());
        }
        return written;
    }

    /** Lets go of what is kept of an input that has ended. */
    public synchronized void forget(Input input) {
        known.remove(input.name());
    }

    /** The file with the letters of an input. */
    public Path file(Input input) {
        return directory.resolve(input.name().replaceAll("[/\\\\:#\\s]+", "-") + ".jsonl");
    }

    private ObjectNode json(Parsed.DeadLetter letter) {
        RawRecord raw = letter.raw();
        return JSON.createObjectNode()
                .put("input", raw.input().name())
                .put("offset", raw.offset())
                .put("reason", letter.reason().name())
                .put("detail", letter.detail())
                .put("text", new String(raw.bytes(), Charset.forName(raw.input().encoding())))
                .put("bytes", Base64.getEncoder().encodeToString(raw.bytes()))
                .put("load", loadId)
                .put("at", clock.instant().toString());
    }

    private static void append(Path file, byte[] lines) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(lines);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private Set<Long> offsets(Input input) throws IOException {
        Set<Long> offsets = known.get(input.name());
        if (offsets == null) {
            Files.createDirectories(directory);
            offsets = readOffsets(file(input));
            known.put(input.name(), offsets);
        }
        return offsets;
    }

    /** The offsets of the letters in a file; what a crash left of a last, half-written line is cut off. */
    private static Set<Long> readOffsets(Path file) throws IOException {
        Set<Long> offsets = new HashSet<>();
        if (!Files.exists(file)) {
            return offsets;
        }
        byte[] content = Files.readAllBytes(file);
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        if (end < content.length) {
            try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
                cut.setLength(end);
            }
        }
        String lines = new String(content, 0, end, StandardCharsets.UTF_8);
        for (String line : lines.lines().toList()) {
            offsets.add(JSON.readTree(line).path("offset").asLong());
        }
        return offsets;
    }
}
