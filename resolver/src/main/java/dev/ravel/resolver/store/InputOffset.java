package dev.ravel.resolver.store;

/**
 * How far an input has been taken in.
 *
 * @param input the input's name: a file with its fingerprint, or a topic and partition
 * @param offset the offset after the last record taken in: bytes of a file, records of a topic
 */
public record InputOffset(String input, long offset) {
    public InputOffset {
        if (offset < 0) {
            throw new IllegalArgumentException("negative offset of " + input + ": " + offset);
        }
    }
}
