package se.gits.costshare.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text that comes with the program, as its lines. */
record TemplateText(List<String> lines) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    TemplateText {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a resource of this package.
     *
     * @throws IllegalStateException if the program was built without it
     */
    static TemplateText ofResource(String name) {
        try (InputStream resource = TemplateText.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("The program was built without " + name);
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return new TemplateText(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + name + " failed", e);
        }
    }

    /** UTF-8 with CRLF, which also the oldest editors on Windows show as lines. */
    byte[] bytes() {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The same after a byte order mark, by which a spreadsheet knows UTF-8. */
    byte[] bytesWithMark() {
        return (BYTE_ORDER_MARK + String.join("\r\n", lines) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
