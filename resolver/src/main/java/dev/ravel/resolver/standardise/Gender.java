package dev.ravel.resolver.standardise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A person's gender as sources write it, in the words of {@code genders.txt}. What is not one of the two is no evidence. */
public enum Gender {
    FEMALE,
    MALE;

    private static final Map<String, Gender> WORDS = words();

    static Optional<Gender> standardise(String raw) {
        String folded = FoldedText.of(raw);
        return Optional.ofNullable(WORDS.get(folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded));
    }

    private static Map<String, Gender> words() {
        Map<String, Gender> words = new HashMap<>();
        for (String line : WordList.lines("genders.txt")) {
            int equals = line.indexOf('=');
            Gender gender = valueOf(line.substring(0, equals).strip());
            for (String word : line.substring(equals + 1).split(",")) {
                Gender other = words.put(FoldedText.of(word), gender);
                if (other != null && other != gender) {
                    throw new IllegalStateException("genders.txt has '" + word.strip() + "' for both");
                }
            }
        }
        return Map.copyOf(words);
    }
}
