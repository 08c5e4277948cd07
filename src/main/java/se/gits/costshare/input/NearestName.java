package se.gits.costshare.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * The known name that a misspelt one was most likely meant to be. It is looked for when it is
 * shown: of a thousand misspelt names twenty are.
 */
public record NearestName(String misspelt, Collection<String> known) {

    /** A hostile cell may be megabytes long; the first letters tell enough. */
    private static final int LETTERS_THAT_TELL = 100;

    /**
     * The nearest by slips of the pen, the first in order among equals; empty where none is near: a
     * wrong guess misleads more than none helps.
     */
    @Override
    public String toString() {
        String wanted = start(misspelt);
        String firstWord = wanted.split("[^\\p{L}_]", 2)[0];
        if (firstWord.length() > 2 && known.contains(firstWord)) {
            // Belopp (kr), Belopp 2023
            return firstWord;
        }
        int mostSlips = Math.max(1, wanted.length() / 3);
        return known.stream()
                .sorted()
                .filter(name -> slips(wanted, start(name)) <= mostSlips)
                .min(Comparator.comparingInt(name -> slips(wanted, start(name))))
                .orElse("");
    }

    private static String start(String name) {
        return name.substring(0, Math.min(name.length(), LETTERS_THAT_TELL))
                .toLowerCase(Locale.ROOT);
    }

    /** Letters to change, add, take away or swap with their neighbour. */
    private static int slips(String a, String b) {
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
