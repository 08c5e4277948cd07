package se.gits.costshare.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns the bytes of a text file into text: UTF-8 with or without BOM, else Windows-1252. */
public final class TextFile {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What å, ä, ö and é in UTF-8 look like to one who takes them for Windows-1252. */
    private static final Pattern UTF8_READ_AS_1252 =
            Pattern.compile("\u00C3[\u00A5\u00A4\u00B6\u2026\u201E\u2013\u00A9]");

    private TextFile() {}

    /** The text; empty, with the fault told, where the bytes are not text in either encoding. */
    public static Optional<String> decode(InputFile file, Problems problems) {
        if (isUtf16(file.bytes())) {
            problems.add(Place.ofFile(file.name()), "", ProblemKind.FILE_IS_UTF16);
            return Optional.empty();
        }
        if (startsWith(file.bytes(), 'P', 'K', 3, 4)) {
            boolean isWorkbook =
                    new String(file.bytes(), StandardCharsets.ISO_8859_1).contains("xl/workbook");
            problems.add(
                    Place.ofFile(file.name()),
                    "",
                    isWorkbook ? ProblemKind.FILE_IS_WORKBOOK : ProblemKind.FILE_NOT_TEXT);
            return Optional.empty();
        }
        String text = strict(StandardCharsets.UTF_8, file.bytes());
        if (text == null) {
            text = strict(WINDOWS_1252, file.bytes());
            if (text != null && UTF8_READ_AS_1252.matcher(text).find()) {
                problems.add(Place.ofFile(file.name()), "", ProblemKind.FILE_IN_TWO_ENCODINGS);
                return Optional.empty();
            }
        }
        if (text == null || text.indexOf('\0') >= 0) {
            problems.add(Place.ofFile(file.name()), "", ProblemKind.FILE_NOT_TEXT);
            return Optional.empty();
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            problems.add(Place.ofFile(file.name()), "", ProblemKind.FILE_EMPTY);
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** By its mark, or by the zero that it has beside each plain letter. */
    private static boolean isUtf16(byte[] bytes) {
        return startsWith(bytes, 0xFF, 0xFE)
                || startsWith(bytes, 0xFE, 0xFF)
                || bytes.length > 1 && (bytes[0] == 0) != (bytes[1] == 0);
    }

    static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static String strict(Charset charset, byte[] bytes) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
