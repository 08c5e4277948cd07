package se.gits.costshare.export.excel;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import se.gits.costshare.explanation.Earlier;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.NothingDue;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;

/**
 * How each amount of an invoice came about, line by line, as a proof that can be followed with a
 * pocket calculator: the sheet {@code Specifikation}. Its formulas compute from the cells of {@code
 * Underlag} and end at the line's amount on {@code Faktura}.
 */
final class SpecificationSheet {

    private static final String SHEET = "Specifikation";

    private final SheetWriter sheet;
    private final BasisSheet basis;
    private final String recipient;
    private final List<Check> checks = new ArrayList<>();
    private ProofRows rows;

    /** Where a line's check stands, and what it says. */
    private record Check(int row, boolean holds) {}

    /** Adds the sheet last, to be written later. */
    static SheetWriter add(ReproducibleWorkbook workbook) {
        return workbook.addSheet(SHEET, ProofRows.WIDTHS);
    }

    /**
     * @param sheet as {@link #add} added it
     * @param basis what its formulas compute from, written
     * @param recipient the name of who is invoiced
     */
    SpecificationSheet(SheetWriter sheet, BasisSheet basis, String recipient) {
        this.sheet = sheet;
        this.basis = basis;
        this.recipient = recipient;
    }

    /**
     * @param explanations one a line, in the invoice's order
     * @param invoiced where the lines' amounts stand on the invoice, in the same order
     */
    void write(InvoiceSheetTitle title, List<Explanation> explanations, List<Total> invoiced) {
        int checkRow =
                title.write(
                        sheet,
                        SHEET,
                        "Så har varje belopp på fakturan räknats fram. Talen hämtas från bladet"
                                + " Underlag och räknas om av kalkylprogrammet. Varje rad slutar"
                                + " med en kontroll mot bladet Faktura: TRUE eller SANT betyder att"
                                + " den stämmer.");
        rows = new ProofRows(sheet, checkRow + 2);
        for (int i = 0; i < explanations.size(); i++) {
            line(explanations.get(i), invoiced.get(i));
        }
        all(checkRow);
        title.setUpPage(sheet, SHEET);
    }

    private void all(int checkRow) {
        int first = checks.get(0).row();
        int last = checks.get(checks.size() - 1).row();
        sheet.text(
                checkRow,
                ProofRows.LABEL,
                ProofRows.THROUGH,
                "Stämmer alla rader med fakturan?",
                Look.TEXT_TOTAL);
        // Between the checks the column holds nothing but texts, which are not TRUE.
        sheet.truth(
                checkRow,
                ProofRows.HOW,
                "COUNTIF("
                        + SheetWriter.range(ProofRows.HOW, first, last)
                        + ",TRUE)="
                        + checks.size(),
                checks.stream().allMatch(Check::holds),
                Look.TRUTH_TOTAL);
        List<CellRangeAddress> red = new ArrayList<>();
        red.add(range(checkRow));
        checks.forEach(check -> red.add(range(check.row())));
        sheet.redWhereFalse(red, ProofRows.HOW);
    }

    private static CellRangeAddress range(int row) {
        return new CellRangeAddress(row, row, ProofRows.LABEL, ProofRows.HOW);
    }

    private void line(Explanation explanation, Total invoiced) {
        InvoiceLine line = explanation.line();
        boolean ordinary = line.kind() == LineKind.ORDINARY;
        rows.heading(
                "Rad "
                        + line.budgetRow()
                        + "  "
                        + line.text()
                        + (ordinary ? "" : ", " + line.kind().swedish()));
        rows.note(note(explanation));
        List<Total> due = new ArrayList<>();
        for (Stretch stretch : explanation.due()) {
            due.add(new StretchProof(rows, basis, recipient, stretch).write());
        }
        Total sumDue = due.stream().reduce(Total::plus).orElse(Total.NOTHING);
        if (line.kind() == LineKind.CREDIT) {
            check(invoiced, credited(explanation), "");
        } else if (!explanation.before().isEmpty()) {
            afterEarlier(explanation, sumDue, invoiced);
        } else if (due.size() == 1) {
            check(invoiced, sumDue, "");
        } else {
            check(invoiced, rows.result("Tillsammans", rounded(sumDue), ""), "");
        }
        rows.empty();
    }

    private static Total rounded(Total total) {
        return new Total("ROUND(" + total.formula() + ",2)", total.amount());
    }

    private String note(Explanation explanation) {
        InvoiceLine line = explanation.line();
        List<String> parts = new ArrayList<>();
        if (!line.concernsMonths().isEmpty()) {
            parts.add("Avser " + SwedishMonths.of(line.concernsMonths()) + ".");
        }
        if (!line.cause().isEmpty()) {
            parts.add("Orsak: " + line.cause());
        }
        if (line.kind() != LineKind.ORDINARY) {
            parts.add("Beslut: " + line.decision());
        }
        explanation.nothingDue().forEach(nothing -> parts.add(inWords(nothing)));
        return String.join("\n", parts);
    }

    private String inWords(NothingDue nothing) {
        String months = "För " + SwedishMonths.of(nothing.months());
        return switch (nothing.reason()) {
            case NOT_BORNE ->
                    months
                            + " är den egna delen 0,00 kr i dag: raden, nyckeln eller objektets"
                            + " deltagare på bladet Underlag omfattar inte "
                            + recipient
                            + " då.";
            case OTHER_VAT ->
                    months
                            + " står den egna delen i dag på en rad "
                            + inWords(nothing.vat().orElseThrow())
                            + ", så ingenting återstår med denna rads moms.";
            case OTHER_INVOICING ->
                    months
                            + " "
                            + nothing.invoicing()
                                    .map(SpecificationSheet::inWords)
                                    .orElse("är " + recipient + " inte part")
                            + " i dag, så ingenting återstår på en faktura av detta slag.";
        };
    }

    private static String inWords(VatRate vat) {
        return vat.percent() == 0
                ? "utan moms (" + vat.ground() + ")"
                : "med " + vat.percent() + " % moms";
    }

    private static String inWords(Invoicing today) {
        return switch (today) {
            case INVOICE -> "faktureras den egna delen med faktura";
            case INTERNAL -> "faktureras den egna delen internt";
            case NONE -> "bärs den egna delen centralt";
        };
    }

    /** What a credit takes back, invoice by invoice. */
    private Total credited(Explanation explanation) {
        rows.section("Krediteras", "", "Fakturerat", "På faktura");
        int first = rows.next();
        explanation.before().forEach(earlier -> entry(earlier.month(), Optional.empty(), earlier));
        return rows.result(
                "Krediteras, tillsammans",
                invoicedFrom(first, explanation).negated(),
                "det fakturerade med omvänt tecken");
    }

    private Total invoicedFrom(int firstRow, Explanation explanation) {
        return new Total(
                SheetWriter.sum(ProofRows.THROUGH, firstRow, rows.next() - 1),
                explanation.beforeAmount());
    }

    /** What each month is today, beside what was invoiced for it before, and the difference. */
    private void afterEarlier(Explanation explanation, Total due, Total invoiced) {
        rows.section("Tidigare fakturerat", "I dag", "Fakturerat", "På faktura");
        int first = rows.next();
        for (YearMonth month : explanation.months()) {
            Money today = explanation.dueFor(month);
            List<Earlier> ofMonth =
                    explanation.before().stream()
                            .filter(earlier -> earlier.month().equals(month))
                            .toList();
            if (ofMonth.isEmpty() && !today.isZero()) {
                rows.entry(
                        SwedishMonths.of(month),
                        Optional.of(today),
                        Money.ZERO,
                        "inget fakturerat");
            }
            for (int i = 0; i < ofMonth.size(); i++) {
                entry(month, i == 0 ? Optional.of(today) : Optional.empty(), ofMonth.get(i));
            }
        }
        ProofRows.Pair sums =
                rows.sums(
                        "Summa",
                        new Total(
                                SheetWriter.sum(ProofRows.BEFORE, first, rows.next() - 1),
                                explanation.dueAmount()),
                        invoicedFrom(first, explanation),
                        "");
        Total computed =
                rows.result(
                        "Skillnad",
                        rounded(due.plus(sums.through().negated())),
                        explanation.due().isEmpty()
                                ? "inget i dag − det fakturerade"
                                : "uträkningen ovan − det fakturerade");
        check(invoiced, computed, "ROUND(" + due.plus(sums.before().negated()).formula() + ",2)=0");
    }

    private void entry(YearMonth month, Optional<Money> today, Earlier earlier) {
        rows.entry(SwedishMonths.of(month), today, earlier.amount(), onInvoice(earlier));
    }

    private static String onInvoice(Earlier earlier) {
        return earlier.invoice().map(InvoiceNumber::toString).orElse("bärs centralt")
                + ", "
                + earlier.kind().swedish();
    }

    /**
     * Compares a line's amount with the invoice's.
     *
     * @param more what else must hold; empty for nothing
     */
    private void check(Total invoiced, Total computed, String more) {
        boolean holds = computed.amount().equals(invoiced.amount());
        String same =
                SheetWriter.difference(
                                computed.formula(), SheetWriter.at(rows.next(), ProofRows.THROUGH))
                        + "=0";
        int row =
                rows.check(
                        "Stämmer med bladet Faktura",
                        invoiced,
                        more.isEmpty() ? same : "AND(" + same + "," + more + ")",
                        holds);
        checks.add(new Check(row, holds));
    }
}
