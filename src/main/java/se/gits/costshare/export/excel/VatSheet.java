package se.gits.costshare.export.excel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.VatSum;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.run.Issuance;

/** Taxable amount and VAT of each invoice and rate, computed anew: the sheet {@code Moms}. */
final class VatSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Fakturanummer", 15),
                    ListSheet.Column.text("Part", 10),
                    ListSheet.Column.text("Namn", 34),
                    ListSheet.Column.count("Momssats", 11),
                    ListSheet.Column.text("Momsgrund", 34),
                    ListSheet.Column.amount("Underlag"),
                    ListSheet.Column.change("Skillnad", 13),
                    ListSheet.Column.amount("Moms"));

    private static final int NET = 5;
    private static final int DIFFERENCE = 6;
    private static final int VAT = 7;

    private final Issuance issuance;
    private final ListSheet sheet;
    private final Map<VatRate, Total> netOfRate = new HashMap<>();
    private final RowRanges<Integer> ratesOfInvoice = new RowRanges<>();
    private int rates;

    /** Adds the sheet; it is written when the lines are. */
    VatSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        this.issuance = issuance;
        sheet =
                new ListSheet(
                        workbook,
                        "Moms",
                        SheetTitle.of("Moms", issuance)
                                .explained(
                                        "Underlaget ska vara summan av fakturans rader med samma"
                                                + " momssats på bladet Rader: skillnaden ska vara"
                                                + " noll. Momsen räknas på underlaget."),
                        COLUMNS);
    }

    void write(LinesSheet lines) {
        for (int index = 0; index < issuance.invoices().size(); index++) {
            write(index, issuance.invoices().get(index), lines);
        }
        sheet.redWhereNotZero(DIFFERENCE);
        sheet.finish();
    }

    /** The taxable amounts of one rate stand together, also where their grounds are others. */
    private void write(int index, Invoice invoice, LinesSheet lines) {
        Total ofRate = Total.NOTHING;
        List<VatSum> sums = invoice.vatSums();
        for (int at = 0; at < sums.size(); at++) {
            VatSum sum = sums.get(at);
            int percent = sum.rate().percent();
            ratesOfInvoice.add(index, sheet.row(), sum.vat());
            sheet.text(invoice.number().map(InvoiceNumber::toString).orElse(""))
                    .text(invoice.recipient().code())
                    .text(invoice.recipient().name())
                    .percent(percent)
                    .text(sum.rate().ground())
                    .amount(sum.net());
            netOfRate.merge(
                    sum.rate(), new Total(sheet.cell(sheet.row(), NET), sum.net()), Total::plus);
            ofRate = ofRate.plus(new Total(sheet.left(1), sum.net()));
            if (at + 1 == sums.size() || sums.get(at + 1).rate().percent() != percent) {
                sheet.difference(ofRate, lines.netOfRate(index, sheet.left(3), ofRate.amount()));
                rates++;
                ofRate = Total.NOTHING;
            } else {
                sheet.blank();
            }
            String vat = "ROUND(" + sheet.left(2) + "*" + sheet.left(4) + "/100,2)";
            sheet.amount(new Total(vat, sum.vat())).endRow();
        }
    }

    Total net() {
        return sheet.sum(NET);
    }

    /** The taxable amounts of one rate. */
    Total net(VatRate rate) {
        return netOfRate.getOrDefault(rate, Total.NOTHING);
    }

    Total vat() {
        return sheet.sum(VAT);
    }

    /** The VAT of an invoice, by its place among those of the act. */
    Total vat(int invoice) {
        return ratesOfInvoice.sum(invoice, sheet, VAT);
    }

    /** Each taxable amount is the sum of the invoice's lines with its rate. */
    Control control() {
        String name = "Varje momsunderlag och dess rader";
        return rates == 0
                ? Control.notApplicable(name, "Det finns ingen faktura att räkna moms på.")
                : sheet.everyDifferenceIsZero(name, DIFFERENCE, DIFFERENCE, rates);
    }
}
