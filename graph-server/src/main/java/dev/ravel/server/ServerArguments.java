package dev.ravel.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the embedded server is told on its command line: {@code --data DIR [--port N] [--page-cache MEBIBYTES]}.
 *
 * @param data the directory of the store, its logs and its configuration
 * @param port the Bolt port on 127.0.0.1; 0 takes a free one
 * @param pageCacheMebibytes memory for pages of the store, outside the heap
 */
record ServerArguments(Path data, int port, int pageCacheMebibytes) {
    static final String USAGE = "usage: GraphServer --data DIR [--port N] [--page-cache MEBIBYTES]";

    private static final int DEFAULT_PAGE_CACHE_MEBIBYTES = 64;
    private static final int MAX_PORT = 65535;

    ServerArguments {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("--port must be 0 to " + MAX_PORT + ", not " + port);
        }
        if (pageCacheMebibytes < 8) {
            throw new IllegalArgumentException("--page-cache must be at least 8, not " + pageCacheMebibytes);
        }
    }

    /**
     * Parses a command line.
     *
     * @throws IllegalArgumentException if an option is unknown, has no value or an unusable one, or {@code --data} is
     *     missing
     */
    static ServerArguments parse(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].matches("--(data|port|page-cache)")) {
                throw new IllegalArgumentException("unknown option " + arguments[i] + "; " + USAGE);
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " has no value; " + USAGE);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        String data = options.get("--data");
        if (data == null) {
            throw new IllegalArgumentException("--data is missing; " + USAGE);
        }
        return new ServerArguments(
                Path.of(data),
                number(options, "--port", 0),
                number(options, "--page-cache", DEFAULT_PAGE_CACHE_MEBIBYTES));
    }

    private static int number(Map<String, String> options, String name, int absent) {
        String text = options.get(name);
        if (text == null) {
            return absent;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, not " + text, e);
        }
    }
}
