package se.gits.costshare.export.peppol;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.phive.peppol.PeppolValidation2026_05;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.party.PeppolId;

/**
 * What the official rules are asked is what they answer: two documents that they accept, and broken
 * copies that each is refused by the rule that it breaks. A set-up that accepts or refuses
 * everything is found here.
 */
class PeppolRulesTest {

    private final PeppolRules rules = PeppolRules.official();

    @ParameterizedTest
    @ValueSource(strings = {"invoice.xml", "creditnote.xml"})
    void acceptWhatIsRight(String document) throws IOException {
        assertThat(rules.brokenBy(bytes(text(document)))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            # rule                   | what stands there                        | what is put there instead
              SE-R-001               | SE232100013101                           | SE23210001310
              SE-R-002               | SE232100013101                           | SE23210001310X
              SE-R-003               | >2321000131</cbc:CompanyID>              | >232100013X</cbc:CompanyID>
              SE-R-004               | >2321000131</cbc:CompanyID>              | >23210001</cbc:CompanyID>
              SE-R-005               | Godkänd för F-skatt                      | Har F-skatt
              SE-R-006               | <cbc:Percent>25</cbc:Percent>            | <cbc:Percent>24</cbc:Percent>
              SE-R-008               | 50501055                                 | 5050-1055
              SE-R-009               | 50501055                                 | 505010
              SE-R-013               | >2321000131</cbc:CompanyID>              | >2321000132</cbc:CompanyID>
              SE-R-007               | 50501055</cbc:ID>~SE:BANKGIRO            | 286543-4</cbc:ID>~SE:PLUSGIRO
              SE-R-010               | 50501055</cbc:ID>~SE:BANKGIRO            | 286543412</cbc:ID>~SE:PLUSGIRO
              SE-R-011               | >30</cbc:PaymentMeansCode>               | >56</cbc:PaymentMeansCode>
              SE-R-012               | >30</cbc:PaymentMeansCode>               | >31</cbc:PaymentMeansCode>
              PEPPOL-COMMON-R049     | >2120001355</cbc:EndpointID>             | >2120001356</cbc:EndpointID>
              PEPPOL-COMMON-R040     | "0007">2120001355</cbc:EndpointID>       | "0088">7350003379783</cbc:EndpointID>
              BR-CL-25               | "0007">2120001355</cbc:EndpointID>       | "0001">2120001355</cbc:EndpointID>
              PEPPOL-EN16931-R003    | <cbc:BuyerReference>REF12345</cbc:BuyerReference> | ~
              PEPPOL-EN16931-R110    | <cbc:StartDate>2026-10-01</cbc:StartDate><cbc:EndDate> | <cbc:StartDate>2026-09-01</cbc:StartDate><cbc:EndDate>
              PEPPOL-EN16931-R111    | <cbc:EndDate>2026-10-31</cbc:EndDate></cac | <cbc:EndDate>2026-11-30</cbc:EndDate></cac
              PEPPOL-EN16931-R120    | "SEK">1000.00</cbc:PriceAmount>          | "SEK">1000.03</cbc:PriceAmount>
              BR-CO-10               | "SEK">1000.00</cbc:LineExtensionAmount>  | "SEK">1000.01</cbc:LineExtensionAmount>
              BR-CO-11               | <cbc:PayableRoundingAmount               | <cbc:AllowanceTotalAmount currencyID="SEK">1.00</cbc:AllowanceTotalAmount><cbc:PayableRoundingAmount
              BR-CO-12               | <cbc:PayableRoundingAmount               | <cbc:ChargeTotalAmount currencyID="SEK">1.00</cbc:ChargeTotalAmount><cbc:PayableRoundingAmount
              BR-CO-13               | "SEK">1234.56</cbc:TaxExclusiveAmount>   | "SEK">1234.57</cbc:TaxExclusiveAmount>
              BR-CO-14               | <cac:TaxTotal>~"SEK">308.64<             | <cac:TaxTotal>~"SEK">308.65<
              BR-CO-15               | "SEK">1543.20</cbc:TaxInclusiveAmount>   | "SEK">1543.21</cbc:TaxInclusiveAmount>
              BR-CO-16               | "SEK">1543.00</cbc:PayableAmount>        | "SEK">1543.01</cbc:PayableAmount>
              BR-CO-17               | <cac:TaxSubtotal>~~"SEK">308.64<         | <cac:TaxSubtotal>~~"SEK">309.65<
              BR-S-09                | <cac:TaxSubtotal>~~"SEK">308.64<         | <cac:TaxSubtotal>~~"SEK">309.65<
              BR-S-08                | "SEK">1234.56</cbc:TaxableAmount>        | "SEK">1236.00</cbc:TaxableAmount>
              BR-DEC-23              | "SEK">1000.00</cbc:LineExtensionAmount>  | "SEK">1000.000</cbc:LineExtensionAmount>
              BR-DEC-19              | "SEK">1234.56</cbc:TaxableAmount>        | "SEK">1234.560</cbc:TaxableAmount>
              BR-CL-23               | unitCode="C62">1<                        | unitCode="STYCK">1<
            """)
    void refuseWhatIsBroken(String rule, String from, String to) throws IOException {
        for (String document : List.of("invoice.xml", "creditnote.xml")) {
            String right = text(document);
            String broken = replaced(right, from, to == null ? "" : to);

            assertThat(broken).as("%s is changed", document).isNotEqualTo(right);
            assertThat(rules.brokenBy(bytes(broken)))
                    .as("the rules that %s breaks", document)
                    .extracting(BrokenRule::id)
                    .contains(rule);
        }
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            # rule     | what stands there                        | what is put there instead
              BR-E-08  | "SEK">1234.56</cbc:TaxableAmount>        | "SEK">1236.00</cbc:TaxableAmount>
              BR-E-09  | <cac:TaxSubtotal>~~"SEK">0.00<           | <cac:TaxSubtotal>~~"SEK">0.50<
              BR-E-10  | <cbc:TaxExemptionReason>3 kap. ML</cbc:TaxExemptionReason> | ~
              BR-E-05  | <cac:Item>~<cbc:Percent>0<               | <cac:Item>~<cbc:Percent>25<
            """)
    void refuseWhatIsBrokenOfWhatIsExempt(String rule, String from, String to) throws IOException {
        for (String document : List.of("invoice.xml", "creditnote.xml")) {
            String right = exempt(text(document));
            String broken = replaced(right, from, to);

            assertThat(rules.brokenBy(bytes(right))).as(document).isEmpty();
            assertThat(rules.brokenBy(bytes(broken)))
                    .as("the rules that %s breaks", document)
                    .extracting(BrokenRule::id)
                    .contains(rule);
        }
    }

    private static String exempt(String document) {
        return document.replace(
                        "<cbc:ID>S</cbc:ID><cbc:Percent>25<", "<cbc:ID>E</cbc:ID><cbc:Percent>0<")
                .replaceFirst(
                        "<cbc:Percent>0</cbc:Percent>",
                        "<cbc:Percent>0</cbc:Percent>"
                                + "<cbc:TaxExemptionReason>3 kap. ML</cbc:TaxExemptionReason>")
                .replace("308.64", "0.00")
                .replace("1543.20", "1234.56")
                .replace("-0.20", "0.44")
                .replace("1543.00", "1235.00");
    }

    /** The manifest names the rules by the version that their makers gave them. */
    @Test
    void areThoseThatTheManifestNames() {
        assertThat(PeppolRules.VERSION)
                .contains(
                        "("
                                + PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3
                                        .getVersionString()
                                + ")");
    }

    /** The input knows the same schemes of addresses as the rules, no more and no fewer. */
    @Test
    void knowTheSchemesThatTheInputMayHave() throws IOException {
        String sheet = "external/schematron/openpeppol/2026.5/xslt/PEPPOL-EN16931-UBL.xslt";
        Set<String> official = new TreeSet<>();
        try (InputStream resource =
                PeppolValidation2026_05.class.getClassLoader().getResourceAsStream(sheet)) {
            Matcher list =
                    Pattern.compile("name=\"eaid\" select=\"tokenize\\('([0-9 ]+)'")
                            .matcher(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(list.find()).isTrue();
            official.addAll(List.of(list.group(1).split(" ")));
        }
        Set<String> known = new TreeSet<>();
        for (int number = 0; number <= 9999; number++) {
            String scheme = String.format(Locale.ROOT, "%04d", number);
            boolean isKnown =
                    PeppolId.isValid(scheme + ":2321000131")
                            || PeppolId.isValid(scheme + ":7350003379782");
            if (isKnown) {
                known.add(scheme);
            }
        }
        assertThat(known).isEqualTo(official).hasSizeGreaterThan(80);
    }

    /** A tilde stands for what lies between, on as many lines. */
    private static String replaced(String text, String from, String to) {
        String[] pieces = from.split("~+", -1);
        String[] others = to.equals("~") ? new String[] {""} : to.split("~+", -1);
        int start = text.indexOf(pieces[0]);
        assertThat(start).as("where %s stands", pieces[0]).isNotNegative();
        StringBuilder replaced = new StringBuilder(text.substring(0, start));
        int at = start;
        for (int i = 0; i < pieces.length; i++) {
            int next = text.indexOf(pieces[i], at);
            assertThat(next).as("where %s stands", pieces[i]).isNotNegative();
            replaced.append(text, at, next).append(others[i]);
            at = next + pieces[i].length();
        }
        return replaced.append(text.substring(at)).toString();
    }

    @Test
    void refuseWhatIsNoDocumentAtAll() throws IOException {
        assertThat(rules.brokenBy(bytes("<Invoice/>"))).isNotEmpty();
        assertThat(rules.brokenBy(bytes("<Invoice>"))).isNotEmpty();
        assertThat(rules.brokenBy(bytes("ingen faktura"))).isNotEmpty();
        assertThat(rules.brokenBy(new byte[0])).isNotEmpty();
        assertThat(
                        rules.brokenBy(
                                bytes(
                                        text("invoice.xml")
                                                .replace(
                                                        "<Invoice ",
                                                        "<!DOCTYPE Invoice SYSTEM \"x\"><Invoice "))))
                .isNotEmpty();
        assertThat(rules.brokenBy(bytes(text("invoice.xml").replace("cbc:IssueDate", "cbc:Day"))))
                .as("what the schema does not know")
                .isNotEmpty();
    }

    /** Why the program's own exact checks stand beside the rules. */
    @Test
    void acceptVatThatIsWrongByAlmostAKrona() throws IOException {
        String wrong =
                text("invoice.xml")
                        .replace("308.64", "309.63")
                        .replace("1543.20", "1544.19")
                        .replace("-0.20", "-0.19")
                        .replace("1543.00", "1544.00");

        assertThat(rules.brokenBy(bytes(wrong))).isEmpty();
    }

    static String text(String document) throws IOException {
        try (InputStream resource = PeppolRulesTest.class.getResourceAsStream(document)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
