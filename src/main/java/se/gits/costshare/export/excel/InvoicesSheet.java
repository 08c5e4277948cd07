package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.gits.costshare.export.FileNames;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;

/** The invoices of the month, one a row: the sheet {@code Fakturor}. */
final class InvoicesSheet {

    /** Where an invoice refers to more than these, their column holds three in a row. */
    private static final int MOST_IN_NARROW_CELL = 2;

    /** So many digits of a number are its place in the series. */
    private static final int DIGITS = 5;

    private static final int NUMBER = 0;
    private static final int ISSUED = 2;
    private static final int DUE = 3;
    private static final int NET = 7;
    private static final int VAT = 8;
    private static final int ROUNDING = 9;
    private static final int PAYABLE = 10;

    private final Issuance issuance;
    private final ListSheet sheet;
    private final Map<InvoiceSeries, List<Integer>> ordinalsOfSeries;
    private final int firstOfSeries;
    private final int firstDifference;
    private final RowRanges<PartyCode> invoicesOfParty = new RowRanges<>();
    private final Map<InvoiceSeries, Numbers> numbersOfSeries = new TreeMap<>();

    /**
     * The numbers given in a series.
     *
     * @param cells where their places in the series stand, as other sheets refer to them
     */
    record Numbers(String cells, List<Integer> ordinals) {

        int first() {
            return Collections.min(ordinals);
        }

        int last() {
            return Collections.max(ordinals);
        }

        int count() {
            return ordinals.size();
        }

        long sum() {
            return ordinals.stream().mapToLong(Integer::longValue).sum();
        }
    }

    /** Adds the sheet; it is written when the lines and the VAT are. */
    InvoicesSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        this.issuance = issuance;
        ordinalsOfSeries = ordinalsOfSeries(issuance);
        List<ListSheet.Column> columns = columns(issuance);
        firstOfSeries = columns.size();
        ordinalsOfSeries
                .keySet()
                .forEach(series -> columns.add(ListSheet.Column.count("Nr i " + name(series), 12)));
        firstDifference = columns.size();
        columns.add(ListSheet.Column.change("Skillnad netto", 16));
        columns.add(ListSheet.Column.change("Skillnad moms", 16));
        columns.add(ListSheet.Column.change("Skillnad betala", 16));
        sheet =
                new ListSheet(
                        workbook,
                        "Fakturor",
                        SheetTitle.of("Fakturor", issuance)
                                .explained(
                                        "Netto ska vara summan av fakturans rader på bladet Rader,"
                                                + " moms den som räknas på bladet Moms, och att"
                                                + " betala netto, moms och öresavrundning: de tre"
                                                + " skillnaderna ska vara noll."),
                        columns);
    }

    void write(LinesSheet lines, VatSheet vat) {
        for (int index = 0; index < issuance.invoices().size(); index++) {
            write(issuance.invoices().get(index), lines.net(index), vat.vat(index));
        }
        for (int column = firstDifference; column <= lastDifference(); column++) {
            sheet.redWhereNotZero(column);
        }
        sheet.finish();
        int column = firstOfSeries;
        for (Map.Entry<InvoiceSeries, List<Integer>> series : ordinalsOfSeries.entrySet()) {
            numbersOfSeries.put(
                    series.getKey(), new Numbers(sheet.cells(column++), series.getValue()));
        }
    }

    private int lastDifference() {
        return firstDifference + 2;
    }

    private static List<ListSheet.Column> columns(Issuance issuance) {
        boolean many =
                issuance.invoices().stream()
                        .anyMatch(i -> i.concernsInvoices().size() > MOST_IN_NARROW_CELL);
        return new ArrayList<>(
                List.of(
                        ListSheet.Column.text("Fakturanummer", 15),
                        ListSheet.Column.text("Typ", 14),
                        ListSheet.Column.text("Fakturadatum", 14),
                        ListSheet.Column.text("Förfallodatum", 14),
                        ListSheet.Column.text("Part", 10),
                        ListSheet.Column.text("Namn", 28),
                        ListSheet.Column.text("OCR", 16),
                        ListSheet.Column.amount("Netto"),
                        ListSheet.Column.amount("Moms"),
                        ListSheet.Column.amount("Öresavrundning"),
                        ListSheet.Column.amount("Att betala"),
                        ListSheet.Column.text("Avser faktura", many ? 33 : 15),
                        ListSheet.Column.text("Dokument", 44)));
    }

    private static Map<InvoiceSeries, List<Integer>> ordinalsOfSeries(Issuance issuance) {
        Map<InvoiceSeries, List<Integer>> ordinals = new TreeMap<>();
        for (Invoice invoice : issuance.invoices()) {
            invoice.number()
                    .ifPresent(
                            number ->
                                    ordinals.computeIfAbsent(
                                                    number.series(), s -> new ArrayList<>())
                                            .add(number.ordinal()));
        }
        return ordinals;
    }

    /** A series as its numbers begin, {@code I2023}. */
    static String name(InvoiceSeries series) {
        return (series.internal() ? "I" : "") + series.year();
    }

    private void write(Invoice invoice, Total ofLines, Total vat) {
        int row = sheet.row();
        invoicesOfParty.add(invoice.recipient().code(), sheet.row(), invoice.net());
        sheet.text(invoice.number().map(InvoiceNumber::toString).orElse(""))
                .text(invoice.kind().swedish())
                .date(invoice.issueDate())
                .date(invoice.dueDate())
                .text(invoice.recipient().code())
                .text(invoice.recipient().name())
                .text(invoice.paymentReference())
                .amount(invoice.net())
                .amount(invoice.vat())
                .amount(invoice.rounding())
                .amount(invoice.payable())
                .texts(invoice.concernsInvoices())
                .link(FileNames.ofInvoice(issuance, invoice, ".xlsx"));
        for (InvoiceSeries series : ordinalsOfSeries.keySet()) {
            if (invoice.number().map(InvoiceNumber::series).filter(series::equals).isPresent()) {
                sheet.number(
                        "VALUE(RIGHT(" + SheetWriter.at(row, NUMBER) + "," + DIGITS + "))",
                        Optional.of(BigDecimal.valueOf(invoice.number().get().ordinal())),
                        Look.COUNT_ROW);
            } else {
                sheet.blank();
            }
        }
        Total net = new Total(SheetWriter.at(row, NET), invoice.net());
        Total itsVat = new Total(SheetWriter.at(row, VAT), invoice.vat());
        Total withVat = net.plus(itsVat);
        Total due =
                invoice.terms().wholeKronor()
                        ? new Total("ROUND(" + withVat.formula() + ",0)", invoice.payable())
                        : withVat;
        sheet.difference(net, ofLines)
                .difference(itsVat, vat)
                .difference(new Total(SheetWriter.at(row, PAYABLE), invoice.payable()), due)
                .endRow();
    }

    Total net() {
        return sheet.sum(NET);
    }

    /** A party's invoices; one that is invoiced in another way than it was may have two. */
    Total net(PartyCode party) {
        return invoicesOfParty.sum(party, sheet, NET);
    }

    Total vat() {
        return sheet.sum(VAT);
    }

    Total rounding() {
        return sheet.sum(ROUNDING);
    }

    Total payable() {
        return sheet.sum(PAYABLE);
    }

    /** How many they are. */
    String countOfRows() {
        return sheet.countOfRows();
    }

    Map<InvoiceSeries, Numbers> numbersOfSeries() {
        return numbersOfSeries;
    }

    /** Each invoice is its lines and its VAT, and bears the dates of the act. */
    List<Control> controls() {
        if (issuance.invoices().isEmpty()) {
            return List.of(
                    Control.notApplicable("Varje faktura", "Det finns ingen faktura att jämföra."));
        }
        int count = issuance.invoices().size();
        LocalDate issued = issuance.terms().issueDate();
        LocalDate due = issuance.invoices().get(0).dueDate();
        return List.of(
                sheet.everyDifferenceIsZero(
                        "Varje faktura, mot rader och moms",
                        firstDifference,
                        lastDifference(),
                        count * (lastDifference() - firstDifference + 1)),
                Control.ofCounts(
                        "Varje faktura, datum",
                        Control.Side.of(
                                "fakturadatum " + issued + " och förfallodatum " + due,
                                "COUNTIF("
                                        + sheet.cells(ISSUED)
                                        + ","
                                        + SheetWriter.serial(issued)
                                        + ")+COUNTIF("
                                        + sheet.cells(DUE)
                                        + ","
                                        + SheetWriter.serial(due)
                                        + ")",
                                2L * count),
                        Control.Side.of(
                                "antal fakturor × 2",
                                "COUNT(" + sheet.cells(NET) + ")*2",
                                2L * count)));
    }
}
