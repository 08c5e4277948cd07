package se.gits.costshare.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import se.gits.costshare.export.csv.AllocationCsv;
import se.gits.costshare.export.csv.InvoiceLinesCsv;
import se.gits.costshare.export.csv.InvoicesCsv;
import se.gits.costshare.export.csv.SettlementCsv;
import se.gits.costshare.export.peppol.DocumentCheck;
import se.gits.costshare.export.peppol.PeppolInvoice;
import se.gits.costshare.export.sie.BookedAmounts;
import se.gits.costshare.export.sie.BookkeepingFile;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Issuance;

/** Reads what was written as a receiver would and compares its amounts with the act's. */
final class ReadBack {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(';')
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();

    private ReadBack() {}

    /**
     * Reads and compares.
     *
     * @throws IllegalStateException if a file cannot be read or tells another amount
     */
    static void check(Issuance issuance, ActFolder files) throws IOException {
        List<Invoice> invoices = issuance.invoices();
        Money vat = Money.total(invoices.stream().map(Invoice::vat));
        Money payable = Money.total(invoices.stream().map(Invoice::payable));
        Money allocated = Money.total(issuance.amounts().stream().map(Amount::money));
        List<String> lineColumns = InvoiceLinesCsv.COLUMNS;
        demand(files, "fakturarader.csv", lineColumns, Map.of("belopp", issuance.invoiced()));
        demand(
                files,
                "fakturor.csv",
                InvoicesCsv.COLUMNS,
                Map.of("netto", issuance.invoiced(), "moms", vat, "att_betala", payable));
        demand(files, "fordelning.csv", AllocationCsv.COLUMNS, Map.of("belopp", allocated));
        if (issuance.terms().kind() == ActKind.SETTLEMENT) {
            checkSettlement(issuance, files, allocated);
        }
        if (files.has(BookkeepingFile.FILE_NAME)) {
            BookedAmounts.check(files.read(BookkeepingFile.FILE_NAME), issuance);
        }
        for (Invoice invoice : invoices) {
            String file = FileNames.ofInvoice(issuance, invoice, ".csv");
            demand(files, file, lineColumns, Map.of("belopp", invoice.net()));
            String eInvoice = FileNames.ofInvoice(issuance, invoice, PeppolInvoice.ENDING);
            if (files.has(eInvoice)) {
                DocumentCheck.check(eInvoice, files.read(eInvoice), invoice);
            }
        }
    }

    /** The sums come from the outcome's file and the register, not from what was computed. */
    private static void checkSettlement(Issuance issuance, ActFolder files, Money allocated)
            throws IOException {
        Money outcome = issuance.inputs().outcome().orElseThrow().total();
        Money before =
                Money.total(issuance.before().amounts().map(earlier -> earlier.amount().money()));
        demand(
                files,
                SettlementCsv.FILE_NAME,
                SettlementCsv.COLUMNS,
                Map.of(
                        "andel_av_utfall",
                        outcome,
                        "tidigare_fakturerat",
                        before,
                        "avräkning",
                        allocated));
    }

    private static void demand(
            ActFolder files, String file, List<String> columns, Map<String, Money> sumOfColumn)
            throws IOException {
        Map<String, Money> sums = new HashMap<>();
        try (InputStream in = Files.newInputStream(files.file(file));
                Reader text = text(in);
                CSVParser table = CSVParser.parse(text, FORMAT)) {
            if (!table.getHeaderNames().equals(columns)) {
                throw new IllegalStateException(
                        file + " has the columns " + table.getHeaderNames());
            }
            for (CSVRecord row : table) {
                for (String column : sumOfColumn.keySet()) {
                    sums.merge(column, amount(row.get(column)), Money::plus);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " is no table", e);
        }
        sumOfColumn.forEach(
                (column, expected) -> {
                    Money sum = sums.getOrDefault(column, Money.ZERO);
                    if (!sum.equals(expected)) {
                        throw new IllegalStateException(
                                file + " tells " + column + " " + sum + ", not " + expected);
                    }
                });
    }

    private static Reader text(InputStream file) throws IOException {
        // The byte order mark is for spreadsheets.
        file.skipNBytes(3);
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }

    private static Money amount(String cell) {
        return Money.ofKronor(new BigDecimal(cell.replace(',', '.')));
    }
}
