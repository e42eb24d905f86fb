package dev.ravel.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The page for people: what is served here, and three queries to start from. */
final class LandingPage {
    /**
     * A query to start from.
     *
     * @param title what it answers
     * @param query the GraphQL document
     */
    record Example(String title, String query) {}

    private LandingPage() {}

    static List<Example> examples() {
        return List.of(
                new Example("A customer by phone number, as people write it", resource("by-phone.graphql")),
                new Example(
                        "Customers of two or more records, and what holds them together", resource("merged.graphql")),
                new Example("What a steward should look at", resource("review.graphql")));
    }

    static String html() {
        StringBuilder list = new StringBuilder();
        for (Example example : examples()) {
            list.append("<h3>")
                    .append(escaped(example.title()))
                    .append("</h3>\n<pre>")
                    .append(escaped(example.query()))
                    .append("</pre>\n<p><a href=\"/graphiql/?query=")
                    .append(URLEncoder.encode(example.query(), StandardCharsets.UTF_8)
                            .replace("+", "%20"))
                    .append("\">Try it</a></p>\n");
        }
        return resource("landing.html").replace("<!-- examples -->", list);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(LandingPage.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the resource " + name + " cannot be read", e);
        }
    }
}
