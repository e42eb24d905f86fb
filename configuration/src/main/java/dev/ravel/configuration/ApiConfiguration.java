package dev.ravel.configuration;

import dev.ravel.resolver.steward.SecondSteward;
import java.time.Duration;

/**
 * Where the API listens and what it refuses.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param limits what it refuses
 * @param secondSteward which merges a second steward has to confirm
 */
public record ApiConfiguration(String host, int port, Limits limits, SecondSteward secondSteward) {
    /**
     * The limits of one request.
     *
     * @param depth deepest nesting of a query
     * @param cost highest cost of a query
     * @param page most items of one page
     * @param bodyBytes largest request body
     * @param timeout longest time that a request may take
     * @param subscriptions most subscriptions open at once, over all connections
     */
    public record Limits(int depth, int cost, int page, long bodyBytes, Duration timeout, int subscriptions) {}
}
