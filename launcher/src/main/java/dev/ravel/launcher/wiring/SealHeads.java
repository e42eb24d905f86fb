package dev.ravel.launcher.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.launcher.console.Json;
import dev.ravel.resolver.lineage.SealHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The heads of the seal, kept outside the graph: {@code {"tenant":…,"number":…,"hash":…,"at":…}}, one a line, appended.
 * Any line shows later whether the graph's past up to it is what it was, so the file may be cut or copied anywhere.
 */
public final class SealHeads {
    /** The file's name in the data directory. */
    public static final String FILE = "heads.jsonl";

    private static final Logger LOG = LoggerFactory.getLogger(SealHeads.class);

    private final Path file;
    private final String tenant;
    private final Clock clock;

    /**
     * The heads of a tenant.
     *
     * @param file made with the first head
     */
    public SealHeads(Path file, String tenant, Clock clock) {
        this.file = file;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** Adds a head. One that cannot be written is logged: the graph has it as well, and the next one covers it. */
    public void append(SealHead head) {
        String line = Json.object()
                .put("tenant", tenant)
                .put("number", head.number())
                .put("hash", head.hash())
                .put("at", clock.instant().toString())
                .toString();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("The head of block {} could not be kept in {}: {}", head.number(), file, e.toString());
        }
    }

    /**
     * The tenant's heads in a file, in its order.
     *
     * @throws CommandException with {@link ExitCode#USAGE} if a line is not a head
     */
    public List<SealHead> read() throws IOException {
        List<SealHead> heads = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            JsonNode head = parsed(line, number);
            if (head.path("tenant").asText().equals(tenant)) {
                heads.add(new SealHead(
                        head.path("number").asLong(), head.path("hash").asText()));
            }
        }
        return heads;
    }

    private JsonNode parsed(String line, int number) {
        try {
            JsonNode head = Json.parse(line);
            if (head.path("number").canConvertToLong() && head.path("hash").isTextual()) {
                return head;
            }
        } catch (UncheckedIOException e) {
            LOG.debug("Line {} of {} is not JSON", number, file, e);
        }
        throw new CommandException(
                ExitCode.USAGE,
                "line " + number + " of " + file + " is not a head of the seal, like"
                        + " {\"tenant\":\"main\",\"number\":7,\"hash\":\"…\"}; take the line out, or name another file");
    }
}
