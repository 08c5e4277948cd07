package se.gits.costshare.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known name that a misspelt one was most likely meant to be. */
public final class NearestName {

    private NearestName() {}

    /** The nearest by edits needed, the first in order among equals; the input if none is known. */
    public static String to(String misspelt, Collection<String> known) {
        String wanted = misspelt.toLowerCase(Locale.ROOT);
        return known.stream()
                .sorted()
                .min(Comparator.comparingInt(name -> edits(wanted, name.toLowerCase(Locale.ROOT))))
                .orElse(misspelt);
    }

    /** Levenshtein's distance: letters to change, add or take away. */
    private static int edits(String from, String to) {
        // A hostile cell may be megabytes long; the first letters tell enough.
        String a = from.substring(0, Math.min(from.length(), 100));
        String b = to.substring(0, Math.min(to.length(), 100));
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
