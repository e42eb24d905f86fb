package dev.ravel.resolver.settings;

import java.io.Serializable;

/**
 * What an installation says about one source.
 *
 * @param trust for survivorship, higher wins
 * @param duplicateFree whether the source has each customer once, so that two of its records are never one entity unless a person
 *     says so
 */
public record SourceSettings(int trust, boolean duplicateFree) implements Serializable {
    /** What holds for a source of which nothing is said. */
    public static final SourceSettings USUAL = new SourceSettings(0, false);
}
