package dev.ravel.generator;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** Turns what can be dialled by name, as users give it. */
public final class DialPanel {
    private DialPanel() {}

    /** What has this name, in whatever case, with hyphens or underscores. */
    public static Dialled named(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Dialled.all().stream()
                .filter(dialled -> dialled.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no dial " + name + "; the most like it is " + nearest(wanted)));
    }

    /**
     * The same customers under these shares; all else is as it is by itself.
     *
     * @throws IllegalArgumentException if a name or a share is none, or if flaws of which a value has one at most would add
     *     up to more than 1
     */
    public static CustomerGenerator turn(CustomerGenerator customers, Map<String, Double> shares) {
        Dials dials = Dials.USUAL;
        WritingFlaws flaws = WritingFlaws.NONE;
        for (Map.Entry<String, Double> turned : shares.entrySet()) {
            double share = turned.getValue();
            Dialled dialled = named(turned.getKey());
            if (dialled instanceof Dial dial) {
                dials = dials.with(dial, share);
            } else if (dialled instanceof BaseRate rate) {
                dials = dials.with(rate, share);
            } else if (dialled instanceof WritingFlaw flaw) {
                flaws = flaws.with(flaw, share);
            }
        }
        return customers.with(dials).with(flaws);
    }

    private static String nearest(String wanted) {
        return Dialled.all().stream()
                .map(Dialled::name)
                .min(Comparator.comparingInt(name -> distance(name, wanted)))
                .orElseThrow();
    }

    /** How many letters must be written, dropped or replaced (Levenshtein 1965). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
