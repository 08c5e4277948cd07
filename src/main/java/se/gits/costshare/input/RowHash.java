package se.gits.costshare.input;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A SHA-256 over rows of values. Each value has its length before it, so that no two different rows
 * can read the same. The rows themselves are not kept: there may be more than memory holds.
 */
public final class RowHash {

    private final MessageDigest digest = InputFile.newDigest();

    /** Takes in a row. */
    public RowHash row(Object... values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            String word = value.toString();
            text.append(word.length()).append(':').append(word).append('\t');
        }
        text.append('\n');
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** In hexadecimal, over all rows so far. */
    public String value() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Every JDK's SHA-256 can be copied", e);
        }
    }
}
