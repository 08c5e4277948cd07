package se.gits.costshare.population;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of the population a figure counts, along one of SCB's divisions (kön, ålder,
 * civilstånd); told from the value alone, since SCB's workbooks have no headings over them.
 */
sealed interface Part {

    /** The whole, {@code totalt, samtliga åldrar}. */
    enum Whole implements Part {
        TOTAL
    }

    /** Kön. */
    enum Sex implements Part {
        MEN,
        WOMEN
    }

    /** Civilstånd. */
    enum MaritalStatus implements Part {
        SINGLE,
        MARRIED,
        DIVORCED,
        WIDOWED
    }

    /**
     * Ålder.
     *
     * @param to {@link #NO_END} where it goes on, {@code 100+ år}
     */
    record Ages(int from, int to) implements Part {
        static final int NO_END = Integer.MAX_VALUE;
    }

    /** Something the program does not know how to add. */
    record Unknown(String text) implements Part {}

    int LONGEST = 100;

    Pattern SPACES = Pattern.compile("[\\s\u00A0]+");

    Pattern WORD_END = Pattern.compile("[^\\p{L}\\d]+");

    /** Words that a total is made of; {@code män} and {@code kvinnor} only together. */
    Set<String> WORDS_OF_TOTAL =
            Set.of(
                    ("totalt total totals tot samtliga alla all båda both hela befolkningen summa sum"
                                    + " ålder åldrar age ages åldersgrupper kön könen sex sexes"
                                    + " civilstånd civilståndsgrupper marital status statuses"
                                    + " population folkmängd och and män kvinnor men women the")
                            .split(" "));

    Set<String> WORDS_THAT_MAKE_A_TOTAL =
            Set.of(
                    "totalt",
                    "total",
                    "totals",
                    "tot",
                    "samtliga",
                    "alla",
                    "all",
                    "båda",
                    "both",
                    "hela",
                    "summa",
                    "sum");

    Pattern ONE_AGE = Pattern.compile("(\\d{1,3})(?: ?(?:år|years?|year old|years old))?");
    Pattern AGE_GROUP = Pattern.compile("(\\d{1,3}) ?[-\u2013] ?(\\d{1,3})(?: ?(?:år|years?))?");
    Pattern OPEN_AGE =
            Pattern.compile(
                    "(\\d{1,3}) ?(?:\\+ ?(?:år|years?)?"
                            + "|[-\u2013] ?w? ?(?:år|years)?"
                            + "|(?:år|years)? ?(?:och|eller|and|or) (?:äldre|over|older)"
                            + "|(?:år|years) ?\\+)");

    /** Lower case, with one space between words. */
    static String plain(String text) {
        return SPACES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /**
     * The part that a value names; an empty value says nothing of a part, and so means the whole.
     */
    static Part of(String value) {
        if (value.length() > LONGEST) {
            return new Unknown(value);
        }
        String text = plain(value);
        return whole(text)
                .or(() -> sex(text))
                .or(() -> maritalStatus(text))
                .or(() -> ages(text))
                .orElseGet(() -> new Unknown(value));
    }

    private static Optional<Part> whole(String text) {
        List<String> words = Arrays.asList(WORD_END.split(text));
        boolean men = words.contains("män") || words.contains("men");
        boolean women = words.contains("kvinnor") || words.contains("women");
        boolean named =
                text.isEmpty()
                        || men && women
                        || words.stream().anyMatch(WORDS_THAT_MAKE_A_TOTAL::contains)
                                && men == women;
        return named && (text.isEmpty() || WORDS_OF_TOTAL.containsAll(words))
                ? Optional.of(Whole.TOTAL)
                : Optional.empty();
    }

    private static Optional<Part> sex(String text) {
        return switch (text) {
            case "män", "man", "men", "male", "males" -> Optional.of(Sex.MEN);
            case "kvinnor", "kvinna", "women", "woman", "female", "females" ->
                    Optional.of(Sex.WOMEN);
            default -> Optional.empty();
        };
    }

    private static Optional<Part> maritalStatus(String text) {
        return switch (text) {
            case "ogift", "ogifta", "single", "never married", "unmarried", "og" ->
                    Optional.of(MaritalStatus.SINGLE);
            case "gift", "gifta", "married", "g" -> Optional.of(MaritalStatus.MARRIED);
            case "skild", "skilda", "frånskilda", "divorced", "sk" ->
                    Optional.of(MaritalStatus.DIVORCED);
            case "änka/änkling",
                    "änkor/änklingar",
                    "änkor och änklingar",
                    "widowed",
                    "widow/widower",
                    "widows/widowers",
                    "widowers/widows",
                    "widower/widow",
                    "widower or widow",
                    "widowers and widows",
                    "widow or widower",
                    "widows and widowers",
                    "änkl" ->
                    Optional.of(MaritalStatus.WIDOWED);
            default -> Optional.empty();
        };
    }

    private static Optional<Part> ages(String text) {
        Matcher one = ONE_AGE.matcher(text);
        if (one.matches()) {
            int age = Integer.parseInt(one.group(1));
            return Optional.of(new Ages(age, age));
        }
        Matcher group = AGE_GROUP.matcher(text);
        if (group.matches()) {
            return Optional.of(
                    new Ages(Integer.parseInt(group.group(1)), Integer.parseInt(group.group(2))));
        }
        Matcher open = OPEN_AGE.matcher(text);
        return open.matches()
                ? Optional.of(new Ages(Integer.parseInt(open.group(1)), Ages.NO_END))
                : Optional.empty();
    }

    /**
     * Whether parts together are everybody, once: both sexes; every marital status; ages from 0
     * without gap or overlap to one without end.
     */
    static boolean areEverybody(Collection<Part> parts) {
        Set<Part> different = new HashSet<>(parts);
        return different.size() == parts.size()
                && (different.equals(EnumSet.allOf(Sex.class))
                        || different.equals(EnumSet.allOf(MaritalStatus.class))
                        || areAllAges(parts));
    }

    private static boolean areAllAges(Collection<Part> parts) {
        if (!parts.stream().allMatch(Ages.class::isInstance)) {
            return false;
        }
        List<Ages> byAge =
                parts.stream()
                        .map(Ages.class::cast)
                        .sorted(Comparator.comparingInt(Ages::from))
                        .toList();
        long next = 0;
        for (Ages ages : byAge) {
            if (ages.from() != next || ages.to() < ages.from()) {
                return false;
            }
            next = ages.to() + 1L;
        }
        return next > Ages.NO_END;
    }
}
