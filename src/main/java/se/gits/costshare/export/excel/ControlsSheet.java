package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.run.Issuance;

/** The controls of a month: what its sheets say of the same thing, held against each other. */
final class ControlsSheet {

    private final ControlTable table;
    private final List<Control> controls = new ArrayList<>();

    ControlsSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        this.table = new ControlTable(workbook, SheetTitle.of("Kontroller", issuance));
    }

    void write(
            AllocationSheet allocation,
            InvoicesSheet invoices,
            LinesSheet lines,
            VatSheet vat,
            BudgetSheet budget) {
        addBudget(allocation, budget);
        addInvoices(allocation, invoices, lines);
        addVat(invoices, vat);
        invoices.numbersOfSeries().forEach(this::addNumbers);
        table.write(controls);
    }

    private void addBudget(AllocationSheet allocation, BudgetSheet budget) {
        for (Map.Entry<String, Total> line : budget.costOfRow().entrySet()) {
            amounts(
                    "Budgetrad " + line.getKey(),
                    "månadens kostnad enligt budgeten",
                    line.getValue(),
                    "summan av parternas andelar",
                    allocation.ordinary(line.getKey()));
        }
        amounts(
                "Alla budgetrader",
                "månadens kostnad enligt budgeten",
                budget.cost(),
                "summan av parternas andelar",
                allocation.ordinary());
        amounts(
                "Sammanställningen, på två ledder",
                "summan av parternas summor",
                allocation.ofParties(),
                "summan av radernas summor",
                allocation.ofLines());
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
        controls.add(
                Control.ofAmounts(
                        name, Control.Side.of(oneText, one), Control.Side.of(otherText, other)));
    }
}
