package dev.ravel.api.http;

import dev.ravel.api.error.ApiErrorCode;
import dev.ravel.api.error.ApiException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages of other sites away from a server that trusts everybody on the machine. A page that a user of this
 * machine visits could otherwise ask the API through the browser: directly, which the {@code Origin} header gives away,
 * or by a name of its own that resolves to loopback, which the {@code Host} header gives away.
 */
final class SameSite implements Handler<RoutingContext> {
    private static final Set<String> LOOPBACK_NAMES = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    private final boolean isLoopback;

    /**
     * Makes the check.
     *
     * @param isLoopback whether the server is bound to loopback, so that other host names are wrong
     */
    SameSite(boolean isLoopback) {
        this.isLoopback = isLoopback;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        HostAndPort authority = request.authority();
        if (isLoopback && (authority == null || !LOOPBACK_NAMES.contains(authority.host()))) {
            context.fail(403, refused("the request is for another host than this machine"));
        } else if (!isOwn(request.getHeader("Origin"), authority)) {
            context.fail(403, refused("the request comes from a page of another site"));
        } else {
            context.next();
        }
    }

    private static boolean isOwn(@Nullable String origin, @Nullable HostAndPort authority) {
        if (origin == null) {
            return true;
        }
        try {
            URI page = URI.create(origin);
            return authority != null
                    && authority.host().equals(page.getHost())
                    && portOf(page) == portOf(authority, page);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int portOf(URI page) {
        return page.getPort() >= 0 ? page.getPort() : defaultPort(page);
    }

    private static int portOf(HostAndPort authority, URI page) {
        return authority.port() >= 0 ? authority.port() : defaultPort(page);
    }

    private static int defaultPort(URI page) {
        return "https".equals(page.getScheme()) ? 443 : 80;
    }

    private static ApiException refused(String why) {
        return new ApiException(ApiErrorCode.UNAUTHENTICATED, why);
    }
}
