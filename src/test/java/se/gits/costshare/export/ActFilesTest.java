package se.gits.costshare.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.SettledYear;
import se.gits.costshare.run.SmallInput;

class ActFilesTest {

    private static final Issuance SETTLEMENT =
            SettledYear.settled(new SmallInput(), SettledYear.terms(), SettledYear.OUTCOME);

    @TempDir Path output;

    private ActFolder folder() {
        return new ActFolder(output, "2023-avrakning", "0123456789abcdef");
    }

    private ActFiles files(ActFolder folder) {
        return new ActFiles(
                SETTLEMENT,
                new SmallInput().put("utfall-2023.csv", SettledYear.OUTCOME).files(),
                "2023-avrakning",
                folder);
    }

    @Test
    void aSettlementHasItsTableAndItsPageBesideWhatEveryActHas() throws IOException {
        ActFolder folder = folder();
        files(folder).writeAll();

        assertThat(folder.written())
                .contains(
                        "avrakning.csv",
                        "rapport.html",
                        "sammanstallning.xlsx",
                        "fakturor.csv",
                        "fakturarader.csv",
                        "fordelning.csv",
                        "fakturor/1480-goteborgs-stad.pdf",
                        "fakturor/1480-goteborgs-stad.xlsx",
                        "manifest.json",
                        "SHA256SUMS");
        assertThat(text(folder, "fordelning.csv").lines().skip(1))
                .isNotEmpty()
                .allMatch(row -> row.startsWith("2023;"));
        assertThat(text(folder, "fakturarader.csv").lines().skip(1))
                .isNotEmpty()
                .allMatch(row -> row.startsWith("2023;2024") || row.startsWith("2023;I2024"));
    }

    /** Spring Batch remembers that a file was written, and someone may have removed it since. */
    @Test
    void whatIsMissingIsWrittenAndWhatIsThereIsLeft() throws IOException {
        ActFolder folder = folder();
        files(folder).writeAll();
        SortedMap<String, byte[]> whole = ActFolder.read(folder.file(""));
        folder.write("rapport.html", bytes("is there"));
        for (String gone : List.of("avrakning.csv", "fakturor/1480-goteborgs-stad.pdf")) {
            Files.delete(folder.file(gone));

            files(folder).writeMissing();

            assertThat(folder.read(gone)).isEqualTo(whole.get(gone));
        }
        assertThat(text(folder, "rapport.html")).isEqualTo("is there");
    }

    /** As a run that is killed in the middle of a write leaves it, and the next finds it. */
    @Test
    void halfAFileIsNeverTakenForAFile() throws IOException {
        ActFolder folder = folder();
        files(folder).writeAll();
        SortedMap<String, byte[]> whole = ActFolder.read(folder.file(""));
        for (String half : List.of("rapport.html", "fakturor/1480-goteborgs-stad.pdf")) {
            Files.delete(folder.file(half));
            ActFolder.WholeFiles killed = folder.new WholeFiles();
            killed.write(half, out -> out.write(whole.get(half), 0, 100));

            folder().prepare();
            files(folder()).writeMissing();

            assertThat(ActFolder.read(folder.file("")))
                    .as(half)
                    .usingRecursiveComparison()
                    .isEqualTo(whole);
        }
    }

    /** Those of a chunk that was written and is written again, since that was not noted. */
    @Test
    void wholeFilesTakeThePlaceOfEarlierOnes() throws IOException {
        ActFolder folder = folder();
        folder.write("rapport.html", bytes("earlier"));
        ActFolder.WholeFiles files = folder.new WholeFiles();
        files.write("rapport.html", out -> out.write(bytes("later")));
        assertThat(text(folder, "rapport.html")).isEqualTo("earlier");

        files.name();

        assertThat(text(folder, "rapport.html")).isEqualTo("later");
        assertThat(folder.written()).containsExactly("rapport.html");
    }

    @Test
    void aTableOfAnotherSumIsNotSealed() throws IOException {
        ActFolder folder = folder();
        files(folder).writeAll();
        for (String amount : new String[] {"433,33;", ";333,34;", ";99,99"}) {
            String table = text(folder, "avrakning.csv");
            assertThat(table).contains(amount);
            folder.write(
                    "avrakning.csv",
                    bytes(table.replace(amount, amount.replace("3", "4").replace("9", "8"))));

            assertThatThrownBy(() -> files(folder).seal())
                    .as(amount)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("avrakning.csv tells");
            folder.write("avrakning.csv", bytes(table));
        }
        files(folder).seal();
    }

    /** The readers refuse it, but not of an input that was kept before they did. */
    @Test
    void twoInvoicesThatWouldHaveOneFileAreRefused() throws IOException {
        List<Invoice> invoices = new ArrayList<>(SETTLEMENT.invoices());
        invoices.add(invoices.get(0));
        ActFiles clashing =
                new ActFiles(
                        new Issuance(
                                SETTLEMENT.terms(),
                                SETTLEMENT.inputs(),
                                SETTLEMENT.amounts(),
                                invoices,
                                SETTLEMENT.before(),
                                SETTLEMENT.causes()),
                        new SmallInput().put("utfall-2023.csv", SettledYear.OUTCOME).files(),
                        "2023-avrakning",
                        folder());

        assertThatThrownBy(clashing::checkEInvoices)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Two invoices have the file fakturor/");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ActFolder folder, String file) throws IOException {
        return new String(folder.read(file), StandardCharsets.UTF_8);
    }
}
