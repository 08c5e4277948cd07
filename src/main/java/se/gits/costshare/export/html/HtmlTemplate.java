package se.gits.costshare.export.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A page with places to fill in, kept as a resource beside this class. Every value is written as
 * text, whatever it holds; a place without a value stops the program rather than stay empty.
 */
final class HtmlTemplate {

    private final Template template;

    /**
     * @param name the resource, {@code simulation.mustache}; what it includes lies beside it
     */
    HtmlTemplate(String name) {
        template =
                Mustache.compiler()
                        .escapeHTML(true)
                        .strictSections(true)
                        .withLoader(HtmlTemplate::resource)
                        .compile(resource(name));
    }

    private static Reader resource(String name) {
        try (InputStream resource = HtmlTemplate.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalArgumentException("No such template: " + name);
            }
            return new StringReader(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own template cannot be read", e);
        }
    }

    /**
     * The page in UTF-8.
     *
     * @param page has a component of the name of every place
     */
    byte[] fill(Object page) {
        return template.execute(page).getBytes(StandardCharsets.UTF_8);
    }
}
