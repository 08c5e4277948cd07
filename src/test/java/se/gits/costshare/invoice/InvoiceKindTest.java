package se.gits.costshare.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceKindTest {

    @ParameterizedTest
    @CsvSource({
        "INVOICE, faktura, Faktura",
        "INTERNAL, internfaktura, Internfaktura",
        "CREDIT_NOTE, kreditfaktura, Kreditfaktura"
    })
    void isOneWordInFilesAndAboveTheInvoice(InvoiceKind kind, String word, String heading) {
        assertThat(kind.swedish()).isEqualTo(word);
        assertThat(kind.heading()).isEqualTo(heading);
    }
}
