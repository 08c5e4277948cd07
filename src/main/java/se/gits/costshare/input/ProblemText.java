package se.gits.costshare.input;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * Tells a problem in words: place and value, the row it stands in, what is wrong, what to write
 * instead.
 *
 * <pre>
 * budget-2023.csv:3: kolumn belopp: 12 500,505
 *   | 2;SHVO;Möten;drift;12 500,505;70/30;;;Förvaltningsplan 2023
 *   Beloppet har 3 decimaler, men ett belopp anges i hela ören.
 *   Skriv högst två decimaler, till exempel 12 500,50.
 * </pre>
 */
public final class ProblemText {

    /** Enough to recognise a value by; a hostile cell may be megabytes long. */
    private static final int LONGEST_VALUE = 80;

    private static final int LONGEST_EXCERPT = 110;

    private static final int LONGEST_DETAIL = 1_000;

    private final Locale locale;
    private final ResourceBundle words;

    /**
     * @param locale Swedish or English
     */
    public ProblemText(Locale locale) {
        this.locale = locale;
        this.words =
                ResourceBundle.getBundle(
                        "se.gits.costshare.input.problems",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * All problems of a severity, sorted by file and row. After the last that is told of a kind,
     * how many more there are.
     */
    public List<String> all(Problems problems, ProblemKind.Severity severity) {
        List<InputProblem> told =
                severity == ProblemKind.Severity.FAULT ? problems.faults() : problems.warnings();
        Map<ProblemKind, Integer> leftOfKind = new EnumMap<>(ProblemKind.class);
        told.forEach(problem -> leftOfKind.merge(problem.kind(), 1, Integer::sum));
        List<String> texts = new ArrayList<>();
        for (InputProblem problem : told) {
            int more = problems.beyondTold(problem.kind());
            boolean isLast = leftOfKind.merge(problem.kind(), -1, Integer::sum) == 0;
            texts.add(of(problem) + (isLast && more > 0 ? "\n" + more(more) : ""));
        }
        return texts;
    }

    private String more(int count) {
        return new MessageFormat(words.getString("more"), locale).format(new Object[] {count});
    }

    /** Three or four lines: where and what, the row if there is one, the fault, the remedy. */
    public String of(InputProblem problem) {
        String excerpt = printable(problem.excerpt(), LONGEST_EXCERPT);
        return place(problem)
                + (excerpt.isBlank() ? "" : "\n  | " + excerpt)
                + "\n  "
                + words(problem, problem.kind().name())
                + "\n  "
                + words(problem, problem.kind() + ".remedy");
    }

    private String place(InputProblem problem) {
        Place place = problem.place();
        StringBuilder text = new StringBuilder(printable(place.file(), LONGEST_VALUE));
        if (!place.cell().isEmpty()) {
            text.append(':').append(printable(place.cell(), LONGEST_VALUE));
        } else if (place.row() > 0) {
            text.append(':').append(place.row());
        }
        if (!place.column().isEmpty()) {
            boolean setting = place.file().endsWith(".yml");
            String column = words.getString(setting ? "place.setting" : "place.column");
            text.append(": ")
                    .append(column)
                    .append(' ')
                    .append(printable(place.column(), LONGEST_VALUE));
        }
        if (!problem.value().isEmpty()) {
            text.append(": ").append(printable(problem.value(), LONGEST_VALUE));
        }
        return text.toString();
    }

    private String words(InputProblem problem, String key) {
        String template = words.getString(key);
        String near = words.getString("near");
        if (template.startsWith(near) && problem.details().get(0).isEmpty()) {
            // Nothing is near enough to be meant.
            template = template.substring(near.length());
        }
        String before = words.getString("before");
        if (template.endsWith(before) && problem.details().get(0).isEmpty()) {
            template = template.substring(0, template.length() - before.length());
        }
        Object[] details =
                problem.details().stream().map(d -> printable(d, LONGEST_DETAIL)).toArray();
        return new MessageFormat(template, locale).format(details);
    }

    /** A value on one line, without what a terminal would obey. */
    private static String printable(String value, int longest) {
        boolean isLong = value.length() > longest;
        String shown = isLong ? value.substring(0, longest) + "…" : value;
        return shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
    }
}
