package dev.ravel.resolver.lineage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks an audit file by {@code docs/audit-file.md} alone: it uses no class of Ravel, as a third party would not.
 */
final class IndependentAuditCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELDS =
            "id,entity,version,membershipVersion,type,at,before,after,related,cause,digest,previousHash,hash";
    private static final String BLOCK_FIELDS = "block,previousHash,at,events,merkleRoot,hash";

    private IndependentAuditCheck() {}

    /** The first thing in the file that does not fit; empty if all fits. */
    static Optional<String> firstFault(String file) {
        List<String> lines = file.lines().toList();
        try {
            return firstFault(lines);
        } catch (JsonProcessingException | DateTimeParseException e) {
            return Optional.of("not readable: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> firstFault(List<String> lines) throws IOException {
        if (!JSON.readTree(lines.get(0)).path("format").asText().equals("ravel-audit-1")) {
            return Optional.of("another format");
        }
        Hashed heads = new Hashed();
        JsonNode previous = JSON.createObjectNode();
        long ofEntity = 0;
        long entities = 0;
        Map<String, String> hashes = new HashMap<>();
        int next = 1;
        for (; next < lines.size() - 1 && !lines.get(next).startsWith("{\"block\""); next++) {
            String line = lines.get(next);
            JsonNode event = JSON.readTree(line);
            boolean first = !event.path("entity").equals(previous.path("entity"));
            if (first && ofEntity > 0) {
                heads.text(previous.path("entity").asText())
                        .number(ofEntity)
                        .text(previous.path("hash").asText());
            }
            ofEntity = first ? 1 : ofEntity + 1;
            entities += first ? 1 : 0;
            Optional<String> fault = fault(event, first ? JSON.createObjectNode() : previous, ofEntity);
            if (fault.isPresent()) {
                return fault.map(what -> what + ": " + line);
            }
            previous = event;
            String version = event.path("version").asText();
            hashes.put(
                    event.path("entity").asText() + '#' + "0".repeat(12 - version.length()) + version,
                    event.path("hash").asText());
        }
        int events = hashes.size();
        if (ofEntity > 0) {
            heads.text(previous.path("entity").asText())
                    .number(ofEntity)
                    .text(previous.path("hash").asText());
        }
        JsonNode block = JSON.createObjectNode();
        for (String line : lines.subList(next, lines.size() - 1)) {
            Optional<String> fault = blockFault(JSON.readTree(line), block, hashes);
            if (fault.isPresent()) {
                return fault.map(what -> what + ": " + line);
            }
            block = JSON.readTree(line);
        }
        JsonNode seal = JSON.readTree(lines.get(lines.size() - 1)).path("seal");
        boolean sealed = seal.path("entities").asLong() == entities
                && seal.path("events").asLong() == events
                && seal.path("blocks").asLong() == block.path("block").asLong()
                && seal.path("head").asText().equals(block.path("hash").asText())
                && seal.path("sha256").asText().equals(heads.hex());
        return sealed ? Optional.empty() : Optional.of("the seal does not fit");
    }

    private static Optional<String> fault(JsonNode event, JsonNode previous, long version) throws IOException {
        List<String> fields = new ArrayList<>();
        event.fieldNames().forEachRemaining(fields::add);
        if (!String.join(",", fields).equals(FIELDS)) {
            return Optional.of("it has other fields");
        }
        String id = new Hashed()
                .text(event.path("entity").asText())
                .number(event.path("version").asLong())
                .list(event.path("before"))
                .list(event.path("after"))
                .hex();
        Instant at = Instant.parse(event.path("at").asText());
        String hash = new Hashed()
                .text(event.path("id").asText())
                .text(event.path("entity").asText())
                .number(event.path("version").asLong())
                .number(event.path("membershipVersion").asLong())
                .text(event.path("type").asText())
                .number(at.getEpochSecond())
                .number(at.getNano())
                .list(event.path("before"))
                .list(event.path("after"))
                .list(event.path("related"))
                .text(event.path("cause").asText())
                .text(event.path("digest").asText())
                .text(event.path("previousHash").asText())
                .hex();
        boolean changed = !event.path("before").equals(event.path("after"));
        if (!event.path("id").asText().equals(id)) {
            return Optional.of("the id does not fit");
        } else if (!event.path("hash").asText().equals(hash)) {
            return Optional.of("the hash does not fit");
        } else if (event.path("version").asLong() != version) {
            return Optional.of("a version is missing");
        } else if (!event.path("previousHash")
                .asText()
                .equals(previous.path("hash").asText())) {
            return Optional.of("the chain is broken");
        } else if (event.path("membershipVersion").asLong()
                != previous.path("membershipVersion").asLong() + (changed ? 1 : 0)) {
            return Optional.of("the membership version does not fit");
        } else if (version == 1
                ? !event.path("before").isEmpty()
                : !event.path("before").equals(previous.path("after"))) {
            return Optional.of("it does not begin where the last one ended");
        } else if (version > 1 && !at.isAfter(Instant.parse(previous.path("at").asText()))) {
            return Optional.of("it is not later than the last one");
        }
        return Optional.empty();
    }

    /** Each event that a block names is taken from the hashes, so that none can be in two blocks. */
    private static Optional<String> blockFault(JsonNode block, JsonNode previous, Map<String, String> hashes)
            throws IOException {
        List<String> fields = new ArrayList<>();
        block.fieldNames().forEachRemaining(fields::add);
        if (!String.join(",", fields).equals(BLOCK_FIELDS)) {
            return Optional.of("it has other fields");
        }
        List<String> leaves = new ArrayList<>();
        for (JsonNode event : block.path("events")) {
            String hash = hashes.remove(event.asText());
            if (hash == null) {
                return Optional.of("an event of the block is not there");
            }
            leaves.add(hash);
        }
        Instant at = Instant.parse(block.path("at").asText());
        String hash = new Hashed()
                .number(block.path("block").asLong())
                .text(block.path("previousHash").asText())
                .number(at.getEpochSecond())
                .number(at.getNano())
                .number(leaves.size())
                .text(block.path("merkleRoot").asText())
                .hex();
        if (block.path("block").asLong() != previous.path("block").asLong() + 1) {
            return Optional.of("a block is missing");
        } else if (!block.path("previousHash")
                .asText()
                .equals(previous.path("hash").asText())) {
            return Optional.of("the chain of blocks is broken");
        } else if (!block.path("merkleRoot").asText().equals(HexFormat.of().formatHex(merkle(leaves)))) {
            return Optional.of("the Merkle root does not fit");
        } else if (!block.path("hash").asText().equals(hash)) {
            return Optional.of("the hash of the block does not fit");
        }
        return Optional.empty();
    }

    private static byte[] merkle(List<String> leaves) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (leaves.size() == 1) {
            bytes.write(0);
            bytes.writeBytes(leaves.get(0).getBytes(StandardCharsets.UTF_8));
        } else {
            int left = Integer.highestOneBit(leaves.size() - 1);
            bytes.write(1);
            bytes.writeBytes(merkle(leaves.subList(0, left)));
            bytes.writeBytes(merkle(leaves.subList(left, leaves.size())));
        }
        return sha256(bytes);
    }

    private static byte[] sha256(ByteArrayOutputStream bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final class Hashed {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        Hashed text(String text) throws IOException {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
            return this;
        }

        Hashed number(long number) throws IOException {
            out.writeLong(number);
            return this;
        }

        Hashed list(JsonNode list) throws IOException {
            out.writeLong(list.size());
            for (JsonNode element : list) {
                text(element.asText());
            }
            return this;
        }

        String hex() {
            return HexFormat.of().formatHex(sha256(bytes));
        }
    }
}
