package se.gits.costshare.simulation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Tells a difference in words.
 *
 * <pre>
 * Nyckeln 70/30, 2023-01–2023-12: VGR 70 % → 60 %, VGK (folkmängd) 30 % → 40 %.
 * </pre>
 */
public final class DifferenceText {

    private final ResourceBundle words;
    private final Locale locale;

    /**
     * @param locale Swedish or English
     */
    public DifferenceText(Locale locale) {
        this.locale = locale;
        this.words =
                ResourceBundle.getBundle(
                        "se.gits.costshare.simulation.differences",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public String of(Difference difference) {
        return new MessageFormat(words.getString(difference.kind().name()), locale)
                .format(difference.details().toArray());
    }
}
