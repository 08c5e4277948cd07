package se.gits.costshare.input;

import java.nio.charset.StandardCharsets;

/**
 * A SHA-256 over rows of values. Each value has its length before it, so that no two different rows
 * can read the same.
 */
public final class RowHash {

    private final StringBuilder text = new StringBuilder();

    /** Takes in a row. */
    public RowHash row(Object... values) {
        for (Object value : values) {
            String word = value.toString();
            text.append(word.length()).append(':').append(word).append('\t');
        }
        text.append('\n');
        return this;
    }

    /** In hexadecimal, over all rows so far. */
    public String value() {
        return InputFile.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
