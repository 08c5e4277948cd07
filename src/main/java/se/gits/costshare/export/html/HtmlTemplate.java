package se.gits.costshare.export.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A page with places to fill in, kept as a resource beside the class that fills it in. Every value
 * is written as text, whatever it holds; a place without a value stops the program rather than stay
 * empty.
 */
public final class HtmlTemplate {

    private final Template template;

    /**
     * @param name the resource, {@code simulation.mustache}; what it includes lies beside it
     */
    HtmlTemplate(String name) {
        this(HtmlTemplate.class, name);
    }

    /**
     * @param beside the class that the template lies beside
     * @param name the resource; what it includes lies beside it
     */
    public HtmlTemplate(Class<?> beside, String name) {
        template =
                Mustache.compiler()
                        .escapeHTML(true)
                        .strictSections(true)
                        .withLoader(included -> new StringReader(resource(beside, included)))
                        .compile(resource(beside, name));
    }

    /**
     * What a page includes whole, such as its style.
     *
     * @param name the resource beside this class
     */
    static String resource(String name) {
        return resource(HtmlTemplate.class, name);
    }

    private static String resource(Class<?> beside, String name) {
        try (InputStream resource = beside.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalArgumentException("No such template: " + name);
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            // However the program was checked out, its pages are the same.
            return text.replace("\r\n", "\n");
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
        return text(page).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The page.
     *
     * @param page has a component of the name of every place
     */
    public String text(Object page) {
        return template.execute(page);
    }
}
