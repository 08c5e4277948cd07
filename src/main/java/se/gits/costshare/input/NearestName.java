package se.gits.costshare.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known name that a misspelt one was most likely meant to be. */
public final class NearestName {

    private NearestName() {}

    /**
     * The nearest by slips of the pen, the first in order among equals; empty where none is near: a
     * wrong guess misleads more than none helps.
     */
    public static String to(String misspelt, Collection<String> known) {
        String wanted = misspelt.toLowerCase(Locale.ROOT);
        int mostSlips = Math.max(1, wanted.length() / 3);
        return known.stream()
                .sorted()
                .filter(name -> slips(wanted, name.toLowerCase(Locale.ROOT)) <= mostSlips)
                .min(Comparator.comparingInt(name -> slips(wanted, name.toLowerCase(Locale.ROOT))))
                .orElse("");
    }

    /** Letters to change, add, take away or swap with their neighbour. */
    private static int slips(String from, String to) {
        // A hostile cell may be megabytes long; the first letters tell enough.
        String a = from.substring(0, Math.min(from.length(), 100));
        String b = to.substring(0, Math.min(to.length(), 100));
        int[][] slips = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int change = slips[i - 1][j - 1] + (same ? 0 : 1);
                int addOrTake = Math.min(slips[i - 1][j], slips[i][j - 1]) + 1;
                slips[i][j] = Math.min(change, addOrTake);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[a.length()][b.length()];
    }
}
