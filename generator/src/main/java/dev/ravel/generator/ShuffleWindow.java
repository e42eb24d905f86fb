package dev.ravel.generator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Mixes a sequence as systems that write independently do: each item comes out at a random place of a window of fixed
 * size, so that a customer's records are neither neighbours nor far apart, and the memory stays constant.
 *
 * @param <T> the kind of item
 */
final class ShuffleWindow<T> implements Iterator<T> {
    private final Iterator<T> source;
    private final int size;
    private final Dice dice;
    private final List<T> window;

    ShuffleWindow(Iterator<T> source, int size, Dice dice) {
        this.source = source;
        this.size = size;
        this.dice = dice;
        this.window = new ArrayList<>(size);
    }

    @Override
    public boolean hasNext() {
        fill();
        return !window.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the sequence has ended");
        }
        int drawn = dice.below(window.size());
        T item = window.get(drawn);
        T last = window.remove(window.size() - 1);
        if (drawn < window.size()) {
            window.set(drawn, last);
        }
        return item;
    }

    private void fill() {
        while (window.size() < size && source.hasNext()) {
            window.add(source.next());
        }
    }
}
