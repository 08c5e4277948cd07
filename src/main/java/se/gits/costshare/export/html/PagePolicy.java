package se.gits.costshare.export.html;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import se.gits.costshare.input.InputFile;

/**
 * What a browser may do for a page (content security policy): apply the page's own style, run its
 * own script where it has one, each known by its hash, and fetch nothing.
 */
final class PagePolicy {

    private static final String NOTHING_ELSE =
            "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '"
                    + hash("page.css")
                    + "'";

    private PagePolicy() {}

    /** Of a page without script. */
    static String withoutScript() {
        return NOTHING_ELSE;
    }

    /**
     * Of a page with one script.
     *
     * @param script its name beside this class, as the page includes it whole
     */
    static String withScript(String script) {
        return NOTHING_ELSE + "; script-src '" + hash(script) + "'";
    }

    private static String hash(String resource) {
        byte[] text = HtmlTemplate.resource(resource).getBytes(StandardCharsets.UTF_8);
        byte[] digest = InputFile.newDigest().digest(text);
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
