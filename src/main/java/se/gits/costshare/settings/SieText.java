package se.gits.costshare.settings;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * The characters that a file for book-keeping can hold.
 *
 * @see "SIE filformat, utgåva 4B, 5.7 and 5.8: PC8, and no control characters in fields"
 */
public final class SieText {

    private static final Charset PC8 = Charset.forName("IBM437");

    private SieText() {}

    /**
     * The characters of a text that cannot be written, with spaces between; empty where all can. A
     * backslash is one, since it would take the quotation mark after it for text.
     */
    public static Optional<String> unwritable(String text) {
        CharsetEncoder encoder = PC8.newEncoder();
        return text.codePoints()
                .filter(
                        c ->
                                c < ' '
                                        || c == 0x7F
                                        || c == '\\'
                                        || !encoder.canEncode(Character.toString(c)))
                .distinct()
                .mapToObj(Character::toString)
                .reduce((some, next) -> some + " " + next);
    }

    /**
     * The text in PC8.
     *
     * @throws IllegalArgumentException if a character of it cannot be written
     */
    public static byte[] encoded(String text) {
        try {
            ByteBuffer bytes =
                    PC8.newEncoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .encode(CharBuffer.wrap(text));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "Cannot be written in PC8: " + unwritable(text).orElse(""), e);
        }
    }

    /** What PC8 bytes say. */
    public static String decoded(byte[] bytes) {
        return new String(bytes, PC8);
    }
}
