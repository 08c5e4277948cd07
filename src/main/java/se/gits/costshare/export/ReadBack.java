package se.gits.costshare.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @throws IllegalStateException if a table cannot be read or tells another sum
     */
    static void check(Month month, Map<String, byte[]> files) {
        demand("fakturarader.csv", InvoiceLinesCsv.COLUMNS, "belopp", month.invoiced(), files);
        demand("fakturor.csv", InvoicesCsv.COLUMNS, "netto", month.invoiced(), files);
        demand(
                "fakturor.csv",
                InvoicesCsv.COLUMNS,
                "moms",
                Money.total(month.invoices().stream().map(Invoice::vat).toList()),
                files);
        demand(
                "fakturor.csv",
                InvoicesCsv.COLUMNS,
                "att_betala",
                Money.total(month.invoices().stream().map(Invoice::payable).toList()),
                files);
        demand(
                "fordelning.csv",
                AllocationCsv.COLUMNS,
                "belopp",
                Money.total(month.amounts().stream().map(Amount::money).toList()),
                files);
    }

    private static void demand(
            String file,
            List<String> columns,
            String column,
            Money expected,
            Map<String, byte[]> files) {
        Problems problems = new Problems();
        Optional<Table> table =
                CsvTable.read(
                        new InputFile(file, files.get(file)),
                        new Columns(columns, List.of()),
                        problems);
        Money sum = Money.ZERO;
        for (Table.Row row : table.map(Table::rows).orElse(List.of())) {
            sum = sum.plus(row.cell(column).amount(problems).orElse(Money.ZERO));
        }
        // A month without invoices has tables without rows, which is no fault here.
        if (!sum.equals(expected)) {
            throw new IllegalStateException(
                    file + " tells " + column + " " + sum + ", not " + expected);
        }
    }
}
