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
                    ListSheet.Column.text("Part", 8),
                    ListSheet.Column.text("Namn", 34),
                    ListSheet.Column.count("Momssats", 11),
                    ListSheet.Column.text("Momsgrund", 34),
                    ListSheet.Column.amount("Underlag"),
                    ListSheet.Column.amount("Moms"));

    private static final int NET = 5;
    private static final int VAT = 6;

    private final ListSheet sheet;
    private final Map<VatRate, Total> netOfRate = new HashMap<>();

    VatSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        sheet = new ListSheet(workbook, "Moms", SheetTitle.of("Moms", issuance), COLUMNS);
        for (Invoice invoice : issuance.invoices()) {
            for (VatSum sum : invoice.vatSums()) {
                sheet.text(invoice.number().map(InvoiceNumber::toString).orElse(""))
                        .text(invoice.recipient().code())
                        .text(invoice.recipient().name())
                        .percent(sum.rate().percent())
                        .text(sum.rate().ground())
                        .amount(sum.net());
                netOfRate.merge(
                        sum.rate(),
                        new Total(sheet.cell(sheet.row(), NET), sum.net()),
                        Total::plus);
                String vat = "ROUND(" + sheet.left(1) + "*" + sheet.left(3) + "/100,2)";
                sheet.amount(new Total(vat, sum.vat())).endRow();
            }
        }
        sheet.finish();
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
}
