package dev.ravel.api;

import dev.ravel.api.request.RequestLimits;
import dev.ravel.api.work.WorkLimits;
import dev.ravel.resolver.steward.SecondSteward;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How the API is served.
 *
 * @param host the address to bind; without a token only a loopback one
 * @param port the port to bind, 0 for a free one
 * @param token the bearer token that requests must show, if any
 * @param requests how much one request may ask for
 * @param work the threads and queues of the calls to the store
 * @param feedTick how long after a commit elsewhere a subscription notices it, at most
 * @param secondSteward which merges a second steward has to confirm
 */
public record ApiOptions(
        String host,
        int port,
        Optional<String> token,
        RequestLimits requests,
        WorkLimits work,
        Duration feedTick,
        SecondSteward secondSteward) {
    /** The port unless another is given. */
    public static final int DEFAULT_PORT = 8080;

    private static final String DEFAULT_HOST = "127.0.0.1";
    private static final Duration DEFAULT_FEED_TICK = Duration.ofMillis(250);
    private static final int MAX_PORT = 65_535;
    private static final int MIN_TOKEN_LENGTH = 16;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    public ApiOptions {
        Objects.requireNonNull(host, "host");
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("the API's port must be 0 to " + MAX_PORT + ": " + port);
        }
        if (token.isPresent() && token.get().strip().length() < MIN_TOKEN_LENGTH) {
            throw new IllegalArgumentException(
                    "the API's token is too short to be secret: use at least " + MIN_TOKEN_LENGTH + " characters");
        }
        if (token.isEmpty() && !LOOPBACK.contains(host)) {
            throw new IllegalArgumentException(
                    "without a token the API binds loopback only, not " + host + ": set a token, or use 127.0.0.1");
        }
        if (feedTick.isNegative() || feedTick.isZero()) {
            throw new IllegalArgumentException("feedTick must be above 0: " + feedTick);
        }
    }

    /** Loopback, port {@value #DEFAULT_PORT}, no token, the shipped limits. */
    public static ApiOptions defaults() {
        return new ApiOptions(
                DEFAULT_HOST,
                DEFAULT_PORT,
                Optional.empty(),
                RequestLimits.defaults(),
                WorkLimits.defaults(),
                DEFAULT_FEED_TICK,
                SecondSteward.NEVER);
    }

    /** The same on another port. */
    public ApiOptions withPort(int other) {
        return new ApiOptions(host, other, token, requests, work, feedTick, secondSteward);
    }

    /** The same on an address behind a token. */
    public ApiOptions withHostAndToken(String otherHost, String otherToken) {
        return new ApiOptions(otherHost, port, Optional.of(otherToken), requests, work, feedTick, secondSteward);
    }

    /** The same with other limits of requests. */
    public ApiOptions withRequests(RequestLimits other) {
        return new ApiOptions(host, port, token, other, work, feedTick, secondSteward);
    }

    /** The same with other limits of work. */
    public ApiOptions withWork(WorkLimits other) {
        return new ApiOptions(host, port, token, requests, other, feedTick, secondSteward);
    }

    /** The same where a second steward has to confirm some merges. */
    public ApiOptions withSecondSteward(SecondSteward other) {
        return new ApiOptions(host, port, token, requests, work, feedTick, other);
    }

    /** Whether it answers only to programs on the same machine. */
    public boolean isLoopback() {
        return LOOPBACK.contains(host);
    }
}
