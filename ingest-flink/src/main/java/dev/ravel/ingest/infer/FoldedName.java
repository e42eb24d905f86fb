package dev.ravel.ingest.infer;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/**
 * A column's name without what writers differ in: letter case, width, accents, separators, and traditional against
 * simplified characters.
 */
final class FoldedName {
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    /** Braces and exclamation marks are none: they mean something in a template. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Z}\\s\\p{Pd}_./\\\\:;,#*()'’·・&]+");

    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]+");

    private FoldedName() {}

    /** The folded name; empty if it is separators only. */
    static String of(String name) {
        String plain = SEPARATORS.matcher(COMPATIBLE.normalize(name)).replaceAll("");
        String bare = ACCENTS.matcher(DECOMPOSED.normalize(plain)).replaceAll("");
        return SIMPLIFIED.transliterate(COMPOSED.normalize(bare));
    }
}
