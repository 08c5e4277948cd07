package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.IssuedAct.IssuedAmount;
import se.gits.costshare.run.ResolvedLine;

/**
 * What was issued to one party for one month before it was credited or issued anew, invoice by
 * invoice: the sheet {@code Tidigare fakturerat}. Each VAT rate has a column of its own, since VAT
 * is credited rate by rate.
 */
final class EarlierSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Utfärdande", 12),
                    ListSheet.Column.text("Månad", 10),
                    ListSheet.Column.text("Fakturanummer", 15),
                    ListSheet.Column.text("Fakturering", 12),
                    ListSheet.Column.text("Objekt", 11),
                    ListSheet.Column.text("Rad", 8),
                    ListSheet.Column.text("Benämning", 38),
                    ListSheet.Column.text("Typ", 11),
                    ListSheet.Column.count("Momssats", 11),
                    ListSheet.Column.text("Momsgrund", 20),
                    ListSheet.Column.amount("Belopp"));

    private static final int AMOUNT = COLUMNS.size() - 1;

    private final Issuance issuance;
    private final ListSheet sheet;
    private final Map<VatRate, Integer> columnOfRate = new LinkedHashMap<>();

    EarlierSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        this.issuance = issuance;
        SortedSet<VatRate> rates = new TreeSet<>();
        issuance.before()
                .amounts()
                .filter(issuance::buildsOn)
                .forEach(issued -> rates.add(issued.amount().vat()));
        List<ListSheet.Column> columns = new ArrayList<>(COLUMNS);
        for (VatRate rate : rates) {
            columnOfRate.put(rate, columns.size());
            columns.add(ListSheet.Column.amount(inWords(rate)));
        }
        sheet =
                new ListSheet(
                        workbook,
                        "Tidigare fakturerat",
                        SheetTitle.of("Tidigare fakturerat", issuance),
                        columns);
        for (IssuedAct act : issuance.before().acts()) {
            act.amounts().stream().filter(issuance::buildsOn).forEach(issued -> write(act, issued));
        }
        sheet.finish();
    }

    private static String inWords(VatRate rate) {
        return rate.percent() == 0
                ? "Utan moms: " + rate.ground()
                : "Med moms " + rate.percent() + " %";
    }

    private void write(IssuedAct act, IssuedAmount issued) {
        Amount amount = issued.amount();
        sheet.text(act.kind().swedish())
                .text(act.month())
                .text(issued.invoice().map(InvoiceNumber::toString).orElse(""))
                .text(amount.invoicing().swedish())
                .text(amount.objectCode())
                .text(amount.row())
                .text(textOf(amount.row()))
                .text(amount.kind().swedish())
                .percent(amount.vat().percent())
                .text(amount.vat().ground())
                .amount(amount.money());
        columnOfRate.forEach(
                (rate, column) -> {
                    if (rate.equals(amount.vat())) {
                        sheet.at(column)
                                .amount(
                                        new Total(
                                                SheetWriter.at(sheet.row(), AMOUNT),
                                                amount.money()));
                    } else {
                        sheet.at(column).blank();
                    }
                });
        sheet.endRow();
    }

    private String textOf(String row) {
        return issuance.inputs().line(row).map(ResolvedLine::line).orElseThrow().text();
    }

    /** What is still invoiced. */
    Total sum() {
        return sheet.sum(AMOUNT);
    }

    /** What a credit takes back is what was invoiced, in all and at each VAT rate. */
    List<Control> controlsOfCredit(InvoicesSheet invoices, VatSheet vat) {
        List<Control> controls = new ArrayList<>();
        controls.add(
                Control.ofTotals(
                        "Det som är fakturerat, och krediten",
                        "tidigare fakturerat för månaden",
                        sum(),
                        "krediten med omvänt tecken",
                        invoices.net().negated()));
        columnOfRate.forEach(
                (rate, column) ->
                        controls.add(
                                Control.ofTotals(
                                        inWords(rate),
                                        "tidigare fakturerat för månaden",
                                        sheet.sum(column),
                                        "kreditens underlag med omvänt tecken",
                                        vat.net(rate).negated())));
        return controls;
    }
}
