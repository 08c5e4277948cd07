package se.gits.costshare.population;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a figure of SCB's counts (tabellinnehåll), told from a heading or a title. */
enum Measure {
    /** Inhabitants, on the last day of the period. */
    POPULATION,
    /** Something else that stands in the same tables: growth, births, an average. */
    OTHER,
    UNKNOWN;

    private static final int LONGEST = 200;

    private static final Pattern OF_POPULATION =
            Pattern.compile(
                    "(?:folkmängd|folkmängden|population)"
                            + "(?: per (?:månad|kvartal|halvår|år|month|quarter|half-year|year))?"
                            + "(?:,? (?:den |on )?(?:31 december|december 31))?"
                            + "|antal|antal personer|personer|invånare|antal invånare"
                            + "|number|number of persons|persons|inhabitants");

    /** Of the figures on 1 November, too: SCB has a table of them, and they are not the year's. */
    private static final Pattern OF_ANOTHER =
            Pattern.compile(
                    "ökning|minskning|förändring|överskott|födda|döda|flytt|vandr|medel|median"
                            + "|täthet|hushåll|justering|andel|procent|november|growth|change"
                            + "|increase|decrease|density|birth|death|migra|mean|average|adjust"
                            + "|household|per cent|percent|surplus|per sq|per km");

    /** A table that counts other people, or people who are not there yet, says so in its title. */
    private static final Pattern TITLE_OF_ANOTHER =
            Pattern.compile(
                    "prognos|framskriv|projection|projected|forecast|born|areal|tätort|januari"
                            + "|january");

    /** Where SCB's titles go over from what is counted to what it is counted by. */
    private static final Pattern COUNTED_BY = Pattern.compile(" efter | by ");

    private static final Pattern AND = Pattern.compile(",? och |,? and |, ");

    /** What a heading or a value of tabellinnehåll says. */
    static Measure of(String text) {
        if (text.length() > LONGEST) {
            return UNKNOWN;
        }
        String plain = Part.plain(text);
        if (OF_POPULATION.matcher(plain).matches()) {
            return POPULATION;
        }
        return OF_ANOTHER.matcher(plain).find() ? OTHER : UNKNOWN;
    }

    /**
     * What a table's title says, {@code Folkökning efter region och år}; of {@code Folkmängd och
     * folkökning} the columns say which is which.
     */
    static Measure ofTitle(String title) {
        String start = title.substring(0, Math.min(title.length(), LONGEST));
        String counted = COUNTED_BY.split(start.toLowerCase(Locale.ROOT), 2)[0];
        if (TITLE_OF_ANOTHER.matcher(counted).find()) {
            return OTHER;
        }
        return AND.splitAsStream(counted).anyMatch(one -> of(one) == POPULATION)
                ? POPULATION
                : of(counted);
    }
}
