package dev.ravel.api.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Gives every request an id under which the log and the answer's errors name it: the caller's own, if the header {@value
 * #HEADER} has a harmless one.
 */
final class Correlation implements Handler<RoutingContext> {
    static final String HEADER = "X-Request-Id";

    private static final String KEY = "correlationId";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    public void handle(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id = given != null && HARMLESS.matcher(given).matches() ? given : fresh();
        context.put(KEY, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }

    static String of(RoutingContext context) {
        return Objects.requireNonNullElse(context.get(KEY), "none");
    }

    static String fresh() {
        return UUID.randomUUID().toString();
    }
}
