package dev.ravel.launcher.wiring;

import dev.ravel.api.ApiOptions;
import dev.ravel.api.ApiServer;
import dev.ravel.api.request.RequestLimits;
import dev.ravel.api.work.WorkLimits;
import dev.ravel.configuration.ApiConfiguration;
import dev.ravel.launcher.CommandException;
import dev.ravel.launcher.ExitCode;
import dev.ravel.resolver.Resolver;
import dev.ravel.resolver.store.ResolutionStore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Starts the API that the configuration describes. */
public final class Api {
    /** The environment variable with the secret that callers must show; needed to listen beyond this machine. */
    public static final String TOKEN = "RAVEL_API_TOKEN";

    private Api() {}

    /**
     * Starts to serve an open store.
     *
     * @throws CommandException with {@link ExitCode#USAGE} if the address cannot be had, or needs a token
     */
    public static ApiServer start(
            ApiConfiguration configuration, ResolutionStore store, Resolver resolver, Map<String, String> environment) {
        return ApiServer.start(options(configuration, environment), store, resolver, Clock.systemUTC());
    }

    /**
     * Finds out before any work whether the address can be had.
     *
     * @throws CommandException with {@link ExitCode#USAGE} if not
     */
    public static void requireFree(ApiConfiguration configuration, Map<String, String> environment) {
        ApiOptions options = options(configuration, environment);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(options.host(), options.port()));
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "port " + options.port() + " of " + options.host() + " is taken or not allowed (" + e.getMessage()
                            + "); choose another with --port, or 0 for a free one",
                    e);
        }
    }

    private static ApiOptions options(ApiConfiguration configuration, Map<String, String> environment) {
        ApiConfiguration.Limits limits = configuration.limits();
        ApiOptions shipped = ApiOptions.defaults();
        WorkLimits work = shipped.work();
        try {
            return new ApiOptions(
                    configuration.host(),
                    configuration.port(),
                    Optional.ofNullable(environment.get(TOKEN)).filter(token -> !token.isBlank()),
                    new RequestLimits(
                            limits.depth(),
                            limits.cost(),
                            limits.page(),
                            Math.toIntExact(limits.bodyBytes()),
                            limits.subscriptions()),
                    new WorkLimits(
                            work.readThreads(),
                            work.readQueue(),
                            work.writeThreads(),
                            work.writeQueue(),
                            limits.timeout()),
                    shipped.feedTick(),
                    configuration.secondSteward());
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage() + " (the token is read from " + TOKEN + ")", e);
        }
    }
}
