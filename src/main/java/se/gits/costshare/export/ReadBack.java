package se.gits.costshare.export;

import java.util.List;
import java.util.Map;
import se.gits.costshare.export.csv.AllocationCsv;
import se.gits.costshare.export.csv.InvoiceLinesCsv;
import se.gits.costshare.export.csv.InvoicesCsv;
import se.gits.costshare.input.Columns;
import se.gits.costshare.input.CsvTable;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Month;

/** Reads written tables as a receiver would and compares their sums with the month's. */
final class ReadBack {

    private ReadBack() {}

    /**
     * Reads and compares.
     *
     * @throws IllegalStateException if a table cannot be read or tells another sum
     */
    static void check(Month month, Map<String, byte[]> files) {
        List<Invoice> invoices = month.invoices();
        Money vat = Money.total(invoices.stream().map(Invoice::vat).toList());
        Money payable = Money.total(invoices.stream().map(Invoice::payable).toList());
        Money allocated = Money.total(month.amounts().stream().map(Amount::money).toList());
        List<String> lineColumns = InvoiceLinesCsv.COLUMNS;
        demand(files, "fakturarader.csv", lineColumns, Map.of("belopp", month.invoiced()));
        demand(
                files,
                "fakturor.csv",
                InvoicesCsv.COLUMNS,
                Map.of("netto", month.invoiced(), "moms", vat, "att_betala", payable));
        demand(files, "fordelning.csv", AllocationCsv.COLUMNS, Map.of("belopp", allocated));
        for (Invoice invoice : invoices) {
            String file = FileNames.ofInvoice(invoice.recipient(), ".csv");
            demand(files, file, lineColumns, Map.of("belopp", invoice.net()));
        }
    }

    private static void demand(
            Map<String, byte[]> files,
            String file,
            List<String> columns,
            Map<String, Money> sumOfColumn) {
        Columns all = new Columns(columns, List.of());
        Problems problems = new Problems();
        Table table =
                CsvTable.read(new InputFile(file, files.get(file)), all, problems)
                        .orElseThrow(() -> new IllegalStateException(file + " is no table"));
        sumOfColumn.forEach(
                (column, expected) -> {
                    Money sum = Money.ZERO;
                    for (Table.Row row : table.rows()) {
                        sum = sum.plus(row.cell(column).amount(problems).orElse(Money.ZERO));
                    }
                    // An amount that cannot be read counts as nothing, which the sum then tells.
                    if (!sum.equals(expected)) {
                        throw new IllegalStateException(
                                file + " tells " + column + " " + sum + ", not " + expected);
                    }
                });
    }
}
