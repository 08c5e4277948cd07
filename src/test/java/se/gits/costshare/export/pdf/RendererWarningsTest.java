package se.gits.costshare.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the renderer would warn of on the terminal, were it not silenced: there is nothing. */
class RendererWarningsTest {

    private final List<String> warnings = new ArrayList<>();
    private final InvoicePdf exporter = PdfInvoices.exporter();

    @BeforeEach
    void listen() {
        // Silences the renderer, once.
        exporter.export(PdfInvoices.ORDINARY);
        XRLog.setLoggerImpl(new Listener());
        XRLog.setLoggingEnabled(true);
    }

    @AfterEach
    void silence() {
        XRLog.setLoggingEnabled(false);
    }

    @Test
    void noInvoiceGivesOne() {
        PdfInvoices.all().values().forEach(exporter::export);

        assertThat(warnings).isEmpty();
    }

    @Test
    void aStyleThatItDoesNotKnowGivesOne() {
        TaggedDocument.of(
                """
                <html lang="sv-SE"><head><title>x</title>
                <style>body { font-family: "Liberation Sans"; width: bred }</style>
                </head><body>x</body></html>
                """,
                new DocumentFacts("x", "x", "x", LocalDate.of(2023, 1, 31)),
                Optional.empty());

        assertThat(warnings).isNotEmpty();
    }

    private final class Listener implements XRLogger {

        @Override
        public boolean isLogLevelEnabled(Diagnostic diagnostic) {
            return diagnostic.getLevel().intValue() >= Level.WARNING.intValue();
        }

        @Override
        public void log(String where, Level level, String message) {
            warnings.add(message);
        }

        @Override
        public void log(String where, Level level, String message, Throwable cause) {
            warnings.add(message);
        }

        @Override
        public void setLevel(String logger, Level level) {}
    }
}
