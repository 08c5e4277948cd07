package se.gits.costshare.export.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import se.gits.costshare.input.InputFile;

/** The script of a page, which a browser runs only if its hash is the one that the page names. */
final class PageScript {

    private PageScript() {}

    /**
     * The hash as a content security policy writes it, {@code sha256-…}.
     *
     * @param resource the script's name beside this class, as the page includes it whole
     */
    static String hash(String resource) {
        try (InputStream script = PageScript.class.getResourceAsStream(resource)) {
            byte[] hash = InputFile.newDigest().digest(script.readAllBytes());
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own script cannot be read", e);
        }
    }
}
