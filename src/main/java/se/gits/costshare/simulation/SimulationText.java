package se.gits.costshare.simulation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import se.gits.costshare.difference.Difference;
import se.gits.costshare.party.Bearer;

/**
 * Tells of a simulation in words.
 *
 * <pre>
 * Nyckeln 70/30, 2023-01–2023-12: VGK (folkmängd) 30 % → 40 %, VGR 70 % → 60 %.
 * </pre>
 */
public final class SimulationText {

    private final ResourceBundle words;
    private final Locale locale;

    /**
     * @param locale Swedish or English
     */
    public SimulationText(Locale locale) {
        this.locale = locale;
        this.words =
                ResourceBundle.getBundle(
                        "se.gits.costshare.simulation.simulation",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What the inputs differ in. */
    public String of(Difference difference) {
        return new MessageFormat(words.getString(difference.kind().name()), locale)
                .format(difference.details().toArray());
    }

    /** What is held against what. */
    public String of(Check check) {
        return words.getString(check.kind().name());
    }

    /** Who bears a cost. */
    public String of(Bearer bearer) {
        return words.getString(bearer.name());
    }
}
