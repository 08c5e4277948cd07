package se.gits.costshare.export.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.money.Money;

class CsvFileTest {

    private static String text(List<String> columns, Consumer<CsvFile> rows) {
        return new String(CsvFile.inMemory(columns, rows), StandardCharsets.UTF_8);
    }

    @Test
    void isWhatASwedishSpreadsheetOpens() {
        assertThat(
                        text(
                                List.of("namn", "belopp"),
                                csv ->
                                        csv.text("Göteborg; stad \"A\"")
                                                .amount(new Money(-1234567))
                                                .endRow()))
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
        assertThat(text(List.of("namn"), csv -> csv.text(value).endRow()))
                .isEqualTo("\uFEFFnamn\r\n" + written + "\r\n");
    }

    /** Also in the middle of a letter of four bytes, and of the writer's own store. */
    @Test
    void isWrittenRowByRowAsItWouldBeInOnePiece() {
        String odd = "𝔊".repeat(5_000) + "å";

        assertThat(text(List.of("namn"), csv -> csv.text(odd).endRow()))
                .isEqualTo("\uFEFFnamn\r\n" + odd + "\r\n");
    }

    @Test
    void whatCannotBeWrittenIsToldOnce() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("full");
                    }
                };

        assertThatThrownBy(
                        () ->
                                CsvFile.write(
                                        full,
                                        List.of("namn"),
                                        csv -> csv.text("x".repeat(100_000)).endRow()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("full");
    }
}
