package dev.ravel.api.request;

/**
 * How much one request may ask for. What is above is refused before anything is read.
 *
 * @param maxDepth levels of nested fields; the introspection query of GraphiQL has 15
 * @param maxCost the estimated number of values in the answer, see {@code schema.QueryCost}
 * @param maxPageSize the largest {@code first}
 * @param maxBodyBytes the size of a request's body, and of a WebSocket message
 * @param maxSubscriptions the subscriptions that are followed at the same time, over all connections
 */
public record RequestLimits(int maxDepth, int maxCost, int maxPageSize, int maxBodyBytes, int maxSubscriptions) {
    public RequestLimits {
        requirePositive("maxDepth", maxDepth);
        requirePositive("maxCost", maxCost);
        requirePositive("maxPageSize", maxPageSize);
        requirePositive("maxBodyBytes", maxBodyBytes);
        requirePositive("maxSubscriptions", maxSubscriptions);
    }

    /** The shipped limits. */
    public static RequestLimits defaults() {
        return new RequestLimits(16, 200_000, 500, 256 * 1024, 1_000);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
    }
}
