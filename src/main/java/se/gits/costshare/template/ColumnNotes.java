package se.gits.costshare.template;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What each column is for: {@code notes.properties}, the one place where it is said. Swedish, as
 * the columns' names are, whatever language the program speaks.
 */
final class ColumnNotes {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final ResourceBundle notes =
            ResourceBundle.getBundle(
                    "se.gits.costshare.template.notes",
                    Locale.ROOT,
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES));

    /** Every key there is, {@code parter.kod}. */
    Iterable<String> keys() {
        return notes.keySet();
    }

    /**
     * The note on a column.
     *
     * @param key the sheet's name in small letters and the column's, {@code parter.kod}
     * @throws java.util.MissingResourceException if there is none
     */
    String of(String key) {
        return notes.getString(key);
    }

    /** The note, after whether the column must be there. */
    String of(String key, boolean required) {
        return filled(required ? "required" : "optional", of(key));
    }

    /** What to do where another word than those of a list was typed. */
    String remedy(String key, List<String> words, boolean otherWords) {
        return otherWords
                ? filled("words.open", of(key))
                : filled("words.closed", String.join(", ", words));
    }

    private String filled(String key, String detail) {
        return new MessageFormat(notes.getString(key), SWEDISH).format(new Object[] {detail});
    }
}
