package se.gits.costshare.population;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SCB's text for a region says: {@code 1480 Göteborg}, {@code 1480}, {@code Göteborg}, {@code
 * 14 Västra Götalands län}, {@code SE232 Västra Götalands län}, {@code 00 Riket}.
 */
sealed interface Region {

    /**
     * The code of Västra Götaland, among SCB's codes of counties; in the European NUTS it is SE232.
     */
    String COUNTY = "14";

    /**
     * @param code four digits
     * @param name as the file has it; empty where it has the code alone
     */
    record Municipality(String code, String name) implements Region {}

    /** A municipality whose code begins with 0, which a spreadsheet took away. */
    record WithoutZero(String code, String name) implements Region {}

    /** Västra Götaland, or a larger region that the program has no use for. */
    enum Large implements Region {
        COUNTY,
        OTHER
    }

    /** A name without code, of a municipality perhaps. */
    record Named(String name) implements Region {}

    int LONGEST = 200;

    Pattern CODE = Pattern.compile("(\\d{1,4})(?:[\\s\u00A0,:\u2013-]+(.*))?", Pattern.DOTALL);
    Pattern KIND = Pattern.compile(" (?:kommun|stad|municipality)$");
    Pattern NUTS = Pattern.compile("SE(\\d{0,3})(?:[\\s\u00A0].*)?", Pattern.DOTALL);

    Set<String> COUNTRY =
            Set.of(
                    "riket",
                    "hela riket",
                    "sverige",
                    "sweden",
                    "whole country",
                    "the whole country");
    Set<String> COUNTY_NAMES =
            Set.of("västra götaland", "västra götalands län", "västra götaland county");

    /** What a text says. */
    static Region of(String text) {
        if (text.length() > LONGEST) {
            return new Named(text);
        }
        Matcher code = CODE.matcher(text);
        if (code.matches()) {
            String name = code.group(2) == null ? "" : code.group(2);
            return ofCode(code.group(1), name);
        }
        Matcher nuts = NUTS.matcher(text);
        if (nuts.matches()) {
            return nuts.group(1).equals("232") ? Large.COUNTY : Large.OTHER;
        }
        String name = Part.plain(text);
        if (COUNTY_NAMES.contains(name)) {
            return Large.COUNTY;
        }
        boolean large = COUNTRY.contains(name) || name.endsWith(" län") || name.endsWith(" county");
        return large ? Large.OTHER : new Named(text);
    }

    private static Region ofCode(String code, String name) {
        return switch (code.length()) {
            case 4 -> new Municipality(code, name);
            case 3 -> new WithoutZero("0" + code, name);
            default -> code.equals(COUNTY) ? Large.COUNTY : Large.OTHER;
        };
    }

    /**
     * What a municipality's names are compared by: {@code Göteborgs stad} and {@code Göteborg} are
     * the same but for the genitive's s.
     */
    static String comparable(String name) {
        return KIND.matcher(Part.plain(name)).replaceFirst("");
    }

    /** Whether two names are the same, with or without kommun, stad and the genitive's s. */
    static boolean sameName(String a, String b) {
        String one = comparable(a);
        String other = comparable(b);
        return one.equals(other) || one.equals(other + "s") || other.equals(one + "s");
    }
}
