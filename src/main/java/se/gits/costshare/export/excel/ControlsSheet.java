package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.run.Issuance;

/** The controls of an act: what its sheets say of the same thing, held against each other. */
final class ControlsSheet {

    private final ControlTable table;
    private final List<Control> controls = new ArrayList<>();

    ControlsSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        this.table = new ControlTable(workbook, SheetTitle.of("Kontroller", issuance));
    }

    /**
     * @param ofKind the controls that only acts of its kind have
     */
    void write(
            List<Control> ofKind,
            AllocationSheet allocation,
            InvoicesSheet invoices,
            LinesSheet lines,
            VatSheet vat) {
        controls.addAll(ofKind);
        amounts(
                "Sammanställningen, på två ledder",
                "summan av parternas summor",
                allocation.ofParties(),
                "summan av radernas summor",
                allocation.ofLines());
        addInvoices(allocation, invoices, lines);
        addVat(invoices, vat);
        invoices.numbersOfSeries().forEach(this::addNumbers);
        table.write(controls);
    }

    private void addInvoices(AllocationSheet allocation, InvoicesSheet invoices, LinesSheet lines) {
        amounts(
                "Fakturerat och ej fakturerat",
                "fakturornas netto och det som inte faktureras",
                invoices.net().plus(allocation.notInvoiced()),
                "allt som är fördelat",
                allocation.ofParties());
        amounts(
                "Det som ska faktureras",
                "fakturornas netto",
                invoices.net(),
                "kolumnen Faktureras",
                allocation.invoiced());
        amounts(
                "Fakturor och fakturarader",
                "fakturornas netto",
                invoices.net(),
                "summan av fakturaraderna",
                lines.net());
    }

    private void addVat(InvoicesSheet invoices, VatSheet vat) {
        amounts(
                "Momsunderlag",
                "fakturornas netto",
                invoices.net(),
                "underlagen per faktura och momssats",
                vat.net());
        amounts(
                "Moms",
                "fakturornas moms",
                invoices.vat(),
                "momsen omräknad per faktura och momssats",
                vat.vat());
        amounts(
                "Att betala",
                "fakturornas belopp att betala",
                invoices.payable(),
                "netto, moms och öresavrundning",
                invoices.net().plus(invoices.vat()).plus(invoices.rounding()));
    }

    private void addNumbers(InvoiceSeries series, InvoicesSheet.Numbers numbers) {
        String name = "Nummerserie " + InvoicesSheet.name(series);
        String first = "MIN(" + numbers.cells() + ")";
        String last = "MAX(" + numbers.cells() + ")";
        String count = "COUNT(" + numbers.cells() + ")";
        long firstOrdinal = numbers.first();
        long lastOrdinal = numbers.last();
        controls.add(
                Control.ofCounts(
                        name + ", utan lucka",
                        Control.Side.of(
                                "sista − första + 1",
                                last + "-" + first + "+1",
                                lastOrdinal - firstOrdinal + 1),
                        Control.Side.of("antal nummer", count, numbers.count())));
        // A gap and a repeat together would hide from the count, but not from the sum.
        controls.add(
                Control.ofCounts(
                        name + ", utan dubblett",
                        Control.Side.of(
                                "numren, summerade", "SUM(" + numbers.cells() + ")", numbers.sum()),
                        Control.Side.of(
                                "(första + sista) × antal ÷ 2",
                                "(" + first + "+" + last + ")*" + count + "/2",
                                (firstOrdinal + lastOrdinal) * numbers.count() / 2)));
    }

    private void amounts(String name, String oneText, Total one, String otherText, Total other) {
        controls.add(Control.ofTotals(name, oneText, one, otherText, other));
    }
}
