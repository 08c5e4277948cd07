package se.gits.costshare.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.RunTerms;

/** The program's words in the user's language. */
final class Messages {

    /** What would move the terminal's cursor or turn its writing, in text that came from a file. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069&&[^\\n\\t]]");

    private final Locale locale;
    private final ResourceBundle words;

    /**
     * @param locale Swedish or English
     */
    Messages(Locale locale) {
        this.locale = locale;
        this.words = bundle("messages", locale);
    }

    static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                "se.gits.costshare.cli." + name,
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    /** A message with its details; amounts as Swedes write them in either language. */
    String of(String key, Object... details) {
        Object[] shown = new Object[details.length];
        for (int i = 0; i < details.length; i++) {
            shown[i] = shown(details[i]);
        }
        return new MessageFormat(words.getString(key), locale).format(shown);
    }

    /** A message that begins with one of its details, which then begins a sentence. */
    String sentence(String key, Object... details) {
        String message = of(key, details);
        return message.substring(0, 1).toUpperCase(locale) + message.substring(1);
    }

    /**
     * What an act is called within a sentence, {@code 2023-01} or {@code krediteringen av 1480 …}.
     */
    String act(RunTerms terms) {
        return of(
                "act." + terms.kind(),
                terms.period(),
                terms.party().map(PartyCode::value).orElse(""));
    }

    private Object shown(Object detail) {
        if (detail instanceof RunTerms terms) {
            return act(terms);
        }
        if (detail instanceof Money amount) {
            return amount.inSwedish();
        }
        // Integers choose between one and many; everything else is shown as it is.
        return detail instanceof Integer
                ? detail
                : CONTROLS.matcher(detail.toString()).replaceAll("?");
    }
}
