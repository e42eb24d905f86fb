package dev.ravel.resolver.standardise;

import java.util.Map;
import java.util.Optional;

/** A person's gender as sources write it. What is not one of the two is no evidence. */
public enum Gender {
    FEMALE,
    MALE;

    private static final Map<String, Gender> WORDS = Map.ofEntries(
            Map.entry("f", FEMALE),
            Map.entry("female", FEMALE),
            Map.entry("w", FEMALE),
            Map.entry("woman", FEMALE),
            Map.entry("女", FEMALE),
            Map.entry("女性", FEMALE),
            Map.entry("m", MALE),
            Map.entry("male", MALE),
            Map.entry("man", MALE),
            Map.entry("男", MALE),
            Map.entry("男性", MALE));

    static Optional<Gender> standardise(String raw) {
        return Optional.ofNullable(WORDS.get(FoldedText.of(raw)));
    }
}
