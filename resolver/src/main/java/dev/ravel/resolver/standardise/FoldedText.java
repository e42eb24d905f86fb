package dev.ravel.resolver.standardise;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import java.util.BitSet;
import java.util.Locale;
import java.util.Set;

/**
 * Text without the differences that say nothing about identity: width, case, accents, and traditional against
 * simplified Chinese characters. Pure functions; texts of ASCII and of common Han take fast paths without ICU.
 */
final class FoldedText {
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private static final HanReadings HAN_READINGS = new HanReadings(PINYIN::transliterate);
    private static final RememberedTexts<String> READINGS = new RememberedTexts<>(FoldedText::reading, 1 << 16);

    /**
     * At least one of these is in every text that simplifying changes: the characters that ICU's rules read and never
     * write, and those that they also write. Simplifying costs dear, and most texts have none.
     */
    private static final UnicodeSet TRADITIONAL = new UnicodeSet(SIMPLIFIED.getSourceSet())
            .removeAll(SIMPLIFIED.getTargetSet())
            .addAll("乾內徵淨苎苧著藉銀髮祇发净彷傍沈")
            .freeze();

    private static final char FIRST_HAN = '\u4e00';
    private static final char LAST_HAN = '\u9fa5';

    /** Which characters from {@link #FIRST_HAN} to {@link #LAST_HAN} are in {@link #TRADITIONAL}. */
    private static final BitSet TRADITIONAL_HAN = traditionalHan();

    private static final Set<String> BLANK_WORDS = Set.of(
            "",
            "-",
            "--",
            "---",
            ".",
            "..",
            "?",
            "/",
            "_",
            "na",
            "n/a",
            "n.a.",
            "n.a",
            "#n/a",
            "null",
            "(null)",
            "none",
            "nil",
            "nan",
            "unknown",
            "not known",
            "not available",
            "not provided",
            "not given",
            "undefined",
            "unspecified",
            "no data",
            "no value",
            "missing",
            "blank",
            "empty",
            "tbd",
            "tba",
            "无",
            "无数据",
            "未知",
            "不详",
            "没有",
            "空",
            "暂无",
            "未填",
            "未填写",
            "不明");

    private static final int LONGEST_BLANK_WORD =
            BLANK_WORDS.stream().mapToInt(String::length).max().orElseThrow();

    private FoldedText() {}

    /** The text folded and with runs of white space made one blank; empty if the text stands for no value. */
    static String of(String raw) {
        String folded = squeezed(isPlain(raw) ? raw.toLowerCase(Locale.ROOT) : foldUnicode(raw));
        return folded.length() <= LONGEST_BLANK_WORD && BLANK_WORDS.contains(folded) ? "" : folded;
    }

    /** Whether the text stands for no value: blank, {@code n/a}, {@code unknown}, {@code 无}, … */
    static boolean isBlank(String raw) {
        return of(raw).isEmpty();
    }

    /** Folded text in Latin letters without accents: Han by its reading in names, syllables joined by a blank. */
    static String latin(String folded) {
        if (isAscii(folded)) {
            return folded;
        }
        String han = HAN_READINGS.of(folded);
        return han == null ? READINGS.apply(folded) : han;
    }

    private static String reading(String folded) {
        String withoutHan = hasHan(folded) ? PINYIN.transliterate(folded) : folded;
        return isAscii(withoutHan) ? withoutHan : LATIN.transliterate(withoutHan);
    }

    static boolean hasHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHan(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isAllHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isHan(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isHan(char c) {
        return (c >= '\u3400' && c <= '\u9fff') || (c >= '\uf900' && c <= '\ufaff') || c == '\u3007';
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Whether folding changes nothing but the case of ASCII letters: ASCII, and common Han that is not traditional. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 128 && (c < FIRST_HAN || c > LAST_HAN || TRADITIONAL_HAN.get(c - FIRST_HAN))) {
                return false;
            }
        }
        return true;
    }

    static String foldUnicode(String raw) {
        String decomposed = DECOMPOSED.normalize(COMPATIBLE.normalize(raw));
        StringBuilder bare = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (!isCombiningAccent(c)) {
                bare.append(c);
            }
        }
        return simplified(bare.toString());
    }

    static String simplified(String text) {
        return TRADITIONAL.containsSome(text) ? SIMPLIFIED.transliterate(text) : text;
    }

    private static boolean isCombiningAccent(char c) {
        return c >= '\u0300' && c <= '\u036f';
    }

    private static String squeezed(String text) {
        return isSqueezed(text) ? text : squeeze(text);
    }

    /** Whether each white space is one blank between other characters. */
    private static boolean isSqueezed(String text) {
        boolean afterBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' ? afterBlank : isSpace(c)) {
                return false;
            }
            afterBlank = c == ' ';
        }
        return !afterBlank;
    }

    private static String squeeze(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                pending = result.length() > 0;
            } else {
                if (pending) {
                    result.append(' ');
                    pending = false;
                }
                result.append(c);
            }
        }
        return result.toString();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static BitSet traditionalHan() {
        BitSet traditional = new BitSet(LAST_HAN - FIRST_HAN + 1);
        for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
            traditional.set(c - FIRST_HAN, TRADITIONAL.contains(c));
        }
        return traditional;
    }
}
