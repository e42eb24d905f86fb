package dev.ravel.bench.reads;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Reads an entity with its golden record and records by GraphQL over one HTTP connection that stays open. A client of its own
 * that does as little as it can, because it shares the machine with the server.
 */
final class GraphQlReads implements EntityReads {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUERY =
            """
            query ($id: ID!) {
              entity(id: $id) {
                id state createdAt membershipVersion version size
                goldenRecord { field value rule support }
                records { source id }
              }
            }
            """;
    private static final String LENGTH = "content-length:";
    private static final byte[] NONE = "\"entity\":null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ERRORS = "\"errors\"".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    GraphQlReads(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    @Override
    public void read(String id) throws IOException {
        byte[] body = JSON.writeValueAsBytes(Map.of("query", QUERY, "variables", Map.of("id", id)));
        String head = "POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        byte[] request = Arrays.copyOf(head.getBytes(StandardCharsets.US_ASCII), head.length() + body.length);
        System.arraycopy(body, 0, request, head.length(), body.length);
        out.write(request);
        byte[] answer = answer();
        if (contains(answer, NONE) || contains(answer, ERRORS)) {
            throw new IllegalStateException(
                    "the API did not give " + id + ": " + new String(answer, StandardCharsets.UTF_8));
        }
    }

    private byte[] answer() throws IOException {
        int length = -1;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith(LENGTH)) {
                length = Integer.parseInt(lower.substring(LENGTH.length()).strip());
            }
        }
        if (length < 0) {
            throw new IllegalStateException("the API did not say how long its answer is");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the API closed the connection");
        }
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the API closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static boolean contains(byte[] text, byte[] part) {
        for (int from = 0; from + part.length <= text.length; from++) {
            if (Arrays.equals(text, from, from + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
