package dev.ravel.api.paging;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list, in the shape of the Relay connection specification.
 *
 * @param edges the elements with their cursors
 * @param pageInfo where the page ends
 * @param <T> what is listed
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo) {
    public Connection {
        edges = List.copyOf(edges);
    }

    /**
     * The page made of what was read when one element more than the page's size was asked for.
     *
     * @param read the elements read, in order; one more than {@code first} if there is another page
     * @param first the page's size
     * @param follows whether the page was asked for behind a cursor
     * @param cursor the cursor of an element
     */
    public static <T> Connection<T> of(List<T> read, int first, boolean follows, Function<T, String> cursor) {
        List<Edge<T>> edges = read.stream()
                .limit(first)
                .map(node -> new Edge<>(cursor.apply(node), node))
                .toList();
        return new Connection<>(edges, PageInfo.of(edges, read.size() > first, follows));
    }

    /** The elements alone. */
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }
}
