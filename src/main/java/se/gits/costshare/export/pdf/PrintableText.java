package se.gits.costshare.export.pdf;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * Text as the program's fonts can print it.
 *
 * <p>Names, decisions and reasons may hold any character there is; the fonts have those of Latin,
 * Greek and Cyrillic writing. Where a character cannot be printed, {@link #REPLACEMENT} stands for
 * it, so that a reader sees that something is there: emoji, Chinese, Japanese and Korean, Arabic
 * and Hebrew (which also are read from the right, as no page here is), control characters, what
 * turns the direction of text, and characters of private meaning. What only says how its neighbours
 * join or break, as a soft hyphen does, has no picture in any font and is left out of a word; where
 * there is no word, it is replaced too, or a name of nothing else would be missing. A letter and an
 * accent that stand as two characters become the one that they mean.
 */
final class PrintableText {

    /** A white square. */
    static final char REPLACEMENT = '\u25A1';

    private PrintableText() {}

    /** The same text; unchanged where every character can be printed. */
    static String of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        ProgramFonts fonts = ProgramFonts.ofThisThread();
        StringBuilder printable = new StringBuilder(composed.length());
        for (int codePoint : composed.codePoints().toArray()) {
            if (!joins(codePoint) || !endsInWord(printable)) {
                printable.appendCodePoint(isPrintable(codePoint, fonts) ? codePoint : REPLACEMENT);
            }
        }
        return printable.toString();
    }

    private static boolean endsInWord(StringBuilder text) {
        if (text.isEmpty()) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        return last == REPLACEMENT || Character.isLetterOrDigit(last) || isAccent(last);
    }

    private static boolean isAccent(char character) {
        return Character.getType(character) == Character.NON_SPACING_MARK;
    }

    private static boolean isPrintable(int codePoint, ProgramFonts fonts) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE ->
                    false;
            default -> fonts.have(codePoint) && UnicodeScript.of(codePoint) != UnicodeScript.HEBREW;
        };
    }

    /** Soft hyphen, joiners, zero width spaces, variation selectors, byte order mark. */
    private static boolean joins(int codePoint) {
        return codePoint == 0x00AD
                || codePoint == 0x034F
                || codePoint >= 0x200B && codePoint <= 0x200D
                || codePoint >= 0x2060 && codePoint <= 0x2064
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint == 0xFEFF
                || codePoint >= 0xE0100 && codePoint <= 0xE01EF;
    }
}
