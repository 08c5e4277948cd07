package se.gits.costshare.export.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.money.Money;

class CsvFileTest {

    private static String text(CsvFile csv) {
        return new String(csv.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void isWhatASwedishSpreadsheetOpens() {
        CsvFile csv = new CsvFile(List.of("namn", "belopp"));
        csv.text("Göteborg; stad \"A\"").amount(new Money(-1234567)).endRow();

        assertThat(text(csv))
                .isEqualTo("\uFEFFnamn;belopp\r\n\"Göteborg; stad \"\"A\"\"\";-12345,67\r\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=1+1,'=1+1",
                "+46,'+46",
                "-x,'-x",
                "@SUM(A1),'@SUM(A1)",
                "\uFF1D1+1,'\uFF1D1+1",
                "\uFF20SUM(A1),'\uFF20SUM(A1)",
                "Ale,Ale",
                "1480,1480",
                "70/30,70/30"
            })
    void disarmsWhatASpreadsheetWouldRun(String value, String written) {
        CsvFile csv = new CsvFile(List.of("namn"));
        csv.text(value).endRow();

        assertThat(text(csv)).isEqualTo("\uFEFFnamn\r\n" + written + "\r\n");
    }
}
