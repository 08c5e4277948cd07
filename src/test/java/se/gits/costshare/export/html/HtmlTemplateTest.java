package se.gits.costshare.export.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import org.junit.jupiter.api.Test;

class HtmlTemplateTest {

    /** The only place of the template. */
    private record Filled(String value) {}

    /** A template of another name. */
    private record Misnamed(String other) {}

    /** The template's lines end as on Windows, where the program was checked out there. */
    private final HtmlTemplate template = new HtmlTemplate(getClass(), "windows.mustache");

    @Test
    void endsItsLinesAlikeOnEveryMachine() {
        assertThat(template.text(new Filled("x"))).isEqualTo("Rad ett x\nrad två\n");
    }

    @Test
    void writesEveryValueAsText() {
        assertThat(template.text(new Filled("<b title='x'>&amp;</b>")))
                .startsWith("Rad ett &lt;b title&#x3D;&#39;x&#39;&gt;&amp;amp;&lt;/b&gt;\n");
    }

    @Test
    void aPlaceWithoutAValueIsADefect() {
        assertThatThrownBy(() -> template.text(new Misnamed("x")))
                .isInstanceOf(MustacheException.class);
    }
}
