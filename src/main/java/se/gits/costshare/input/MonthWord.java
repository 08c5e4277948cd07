package se.gits.costshare.input;

import java.util.Locale;

/** The names of months, in Swedish and in English, by the letters that tell them apart. */
public final class MonthWord {

    private MonthWord() {}

    /**
     * The month's number, from 1.
     *
     * @param letters the first three of its name, in any case
     * @throws IllegalArgumentException if no month begins so
     */
    public static int number(String letters) {
        return switch (letters.toLowerCase(Locale.ROOT)) {
            case "jan" -> 1;
            case "feb" -> 2;
            case "mar" -> 3;
            case "apr" -> 4;
            case "maj", "may" -> 5;
            case "jun" -> 6;
            case "jul" -> 7;
            case "aug" -> 8;
            case "sep" -> 9;
            case "okt", "oct" -> 10;
            case "nov" -> 11;
            case "dec" -> 12;
            default -> throw new IllegalArgumentException("No month: " + letters);
        };
    }
}
