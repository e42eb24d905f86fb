package dev.ravel.api.paging;

/**
 * An element of a page.
 *
 * @param cursor continues behind this element
 * @param node the element
 * @param <T> what is listed
 */
public record Edge<T>(String cursor, T node) {}
