package dev.ravel.api.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ends.
 *
 * @param hasNextPage whether there is another page after this one
 * @param hasPreviousPage whether there is a page before this one
 * @param startCursor the cursor of the first element, null if the page is empty
 * @param endCursor the cursor of the last element, null if the page is empty
 */
public record PageInfo(
        boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor, @Nullable String endCursor) {

    static <T> PageInfo of(List<Edge<T>> edges, boolean hasNextPage, boolean hasPreviousPage) {
        return edges.isEmpty()
                ? new PageInfo(hasNextPage, hasPreviousPage, null, null)
                : new PageInfo(
                        hasNextPage,
                        hasPreviousPage,
                        edges.get(0).cursor(),
                        edges.get(edges.size() - 1).cursor());
    }
}
