package se.gits.costshare.export.sie;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The strict reader finds what breaks the specification; a reader that accepts all proves nothing.
 */
class SieFileTest {

    private static final String RIGHT =
            """
            #FLAGGA 0
            #PROGRAM "Försystem" 1.0
            #FORMAT PC8
            #GEN 20230131
            #SIETYP 4
            #ORGNR 232100-0131
            #FNAMN "Bolaget \\"AB"
            #KONTO 1510 "Kundfordringar"
            #DIM 20 "Motpart"
            #OBJEKT 20 "82" "Kommuner"
            #VER "F" "" 20230131 "Faktura 1"
            {
            #TRANS 1510 {20 "82"} 125.00 20230131 "a b"
            #TRANS 3410 {1 "a } b" 20 "82"} -100 20230131
            #TRANS 2611 {} -25.0
            }
            """;

    private static SieFile read(String text) {
        return SieFile.read(text.getBytes(Charset.forName("IBM437")));
    }

    @Test
    void whatIsRightIsRead() {
        SieFile file = read(RIGHT);

        assertThat(file.faults()).isEmpty();
        assertThat(file.fieldsOf("#FNAMN")).containsExactly("Bolaget \"AB");
        assertThat(file.vouchers()).hasSize(1);
        assertThat(file.vouchers().get(0).entries()).hasSize(3);
        assertThat(file.vouchers().get(0).entries().get(1).objects())
                .containsEntry("1", "a } b")
                .containsEntry("20", "82");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            # what stands there         | what is put there instead        | what is said of it
              #FLAGGA 0                 | #FLAGGA 1                        | the flag is not 0
              #FLAGGA 0                 | #PROSA "x"                       | the file does not begin with its flag
              #FORMAT PC8               | #FORMAT UTF8                     | the format is not PC8
              #GEN 20230131             | #GEN 2023-01-31                  | no day: 2023-01-31
              #GEN 20230131             | #GEN 20230231                    | no day: 20230231
              #SIETYP 4                 | #SIETYP 3                        | the type is not 4
              #SIETYP 4                 | #IB 0 1510 1.00                  | #IB may not stand in type 4I
              #SIETYP 4                 | #OKÄND 1                         | unknown record #OKÄND
              232100-0131               | 2321000131                       | no organisation number
              #FNAMN "Bolaget           | #PROSA "Bolaget                  | #FNAMN is missing
              #KONTO 1510               | #KONTO A510                      | no account with a name
              #DIM 20 "Motpart"         | #DIM 21 "Motpart"                | dimension 20 is not declared
              #DIM 20 "Motpart"         | #DIM 20                          | no dimension with a name
              #OBJEKT 20 "82" "Kommuner"| #FNAMN "x"                       | #FNAMN stands too late
              #ORGNR 232100-0131        | #FORMAT PC8                      | #FORMAT twice
              125.00                    | 125.01                           | the voucher comes to 0.01
              125.00                    | 125,00                           | no amount: 125,00
              125.00                    | +125.00                          | no amount: +125.00
              125.00                    | 125.000                          | no amount: 125.000
              #TRANS 2611               | #TRANS 26A1                      | an account is not numeric
              {20 "82"} 125             | 125                              | an entry lacks fields
              {20 "82"} 125             | {20} 125                         | objects come in pairs
              {20 "82"} 125             | {20 "82" 20 "83"} 125            | a dimension twice
              "a b"                     | "a b                             | a text that does not end
              "a b"                     | "a"b"                            | a text with something at its end
              #VER "F"                  | #TRANS "F"                       | unknown record #TRANS
            """)
    void whatIsBrokenIsFound(String from, String to, String said) {
        assertThat(RIGHT).contains(from);
        assertThat(
                        read(RIGHT.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)))
                                .faults())
                .anyMatch(fault -> fault.endsWith(said));
    }

    @Test
    void bracesAndEndsAreFound() {
        assertThat(read(RIGHT.replace("\n}\n", "\n")).faults())
                .anyMatch(fault -> fault.endsWith("a voucher that does not end"));
        assertThat(read(RIGHT.replace("\n{\n", "\n")).faults()).isNotEmpty();
        assertThat(read(RIGHT.strip()).faults())
                .anyMatch(fault -> fault.endsWith("the last record has no end"));
        assertThat(read(RIGHT.replace("a b", "a\tb")).faults())
                .anyMatch(fault -> fault.contains("control character"));
    }
}
