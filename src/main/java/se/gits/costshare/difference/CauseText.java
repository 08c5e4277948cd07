package se.gits.costshare.difference;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import se.gits.costshare.money.VatRate;

/**
 * Tells of a difference as an invoice line has room for, with the decision behind it. Swedish, as
 * invoices are, whatever language the program speaks.
 *
 * <pre>
 * Budgetrad 1: beloppet 7 600 000,00 kr → 7 900 000,00 kr (beslut: SITIV 2023-02-10)
 * </pre>
 */
final class CauseText {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final ResourceBundle words =
            ResourceBundle.getBundle(
                    "se.gits.costshare.difference.causes",
                    Locale.ROOT,
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES));

    /**
     * A sentence without a final full stop.
     *
     * @throws java.util.MissingResourceException if the difference is never a cause
     */
    String of(Difference difference) {
        return decided(
                filled(difference.kind().name(), difference.details().toArray()),
                difference.decisions());
    }

    /** A rate as written in {@code objekt.csv}. */
    static String of(VatRate vat) {
        return vat.ground().isEmpty() ? vat.percent() + " %" : "undantag " + vat.ground();
    }

    /** A fact with the decisions behind it. */
    String decided(String fact, List<String> decisions) {
        return decisions.isEmpty() ? fact : filled("DECIDED", fact, String.join("; ", decisions));
    }

    String filled(String key, Object... details) {
        return new MessageFormat(words.getString(key), SWEDISH).format(details);
    }
}
