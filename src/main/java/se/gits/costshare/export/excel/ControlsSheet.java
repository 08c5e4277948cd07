package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;

/** The controls of an act: what its sheets say of the same thing, held against each other. */
final class ControlsSheet {

    private final Issuance issuance;
    private final ControlTable table;
    private final List<Control> controls = new ArrayList<>();

    ControlsSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        this.issuance = issuance;
        this.table =
                new ControlTable(
                        workbook,
                        SheetTitle.of("Kontroller", issuance)
                                .explained(
                                        "Varje rad jämför två summor som räknas ur bladens egna"
                                                + " celler. Ändras ett utfärdat belopp, en momssats på"
                                                + " en fakturarad, ett nummer eller datum på bladet"
                                                + " Fakturor räknas de om, och det som inte stämmer"
                                                + " blir FALSE och rött. Namn och andra texter"
                                                + " jämförs inte."));
    }

    /**
     * What every act has, to be held against each other.
     *
     * @param central empty where nothing is carried centrally
     */
    record Sheets(
            AllocationSheet allocation,
            InvoicesSheet invoices,
            LinesSheet lines,
            VatSheet vat,
            PartiesSheet parties,
            Optional<CentralSheet> central) {}

    /**
     * @param ofKind the controls that only acts of its kind have
     */
    void write(List<Control> ofKind, Sheets sheets) {
        amounts(
                "Sammanställningen, på två ledder",
                "summan av parternas summor",
                sheets.allocation().ofParties(),
                "summan av radernas summor",
                sheets.allocation().ofLines());
        addInvoices(sheets);
        controls.addAll(sheets.parties().controls());
        controls.add(sheets.lines().control());
        sheets.central().map(CentralSheet::control).ifPresent(controls::add);
        addVat(sheets.invoices(), sheets.vat());
        controls.add(sheets.vat().control());
        controls.addAll(sheets.invoices().controls());
        addNumbers(sheets.invoices());
        controls.addAll(ofKind);
        table.write(controls);
    }

    /** Whether all hold, as other sheets refer to it, once they are written. */
    String allHold() {
        return table.allHold();
    }

    boolean hold() {
        return controls.stream().allMatch(Control::holds);
    }

    private void addInvoices(Sheets sheets) {
        AllocationSheet allocation = sheets.allocation();
        Total invoiced = sheets.invoices().net();
        amounts(
                "Fakturerat och ej fakturerat",
                "fakturornas netto och det som inte faktureras",
                invoiced.plus(allocation.notInvoiced()),
                "allt som är fördelat",
                allocation.ofParties());
        amounts(
                "Det som ska faktureras",
                "fakturornas netto",
                invoiced,
                "kolumnen Faktureras",
                allocation.invoiced());
        controls.add(
                sheets.central()
                        .map(
                                central ->
                                        Control.ofTotals(
                                                "Det som bärs centralt",
                                                "part för part och rad för rad",
                                                central.sum(),
                                                "kolumnen Faktureras inte",
                                                allocation.notInvoiced()))
                        .orElseGet(
                                () ->
                                        Control.notApplicable(
                                                "Det som bärs centralt",
                                                "Ingen part bär något centralt: allt som är"
                                                        + " fördelat faktureras.")));
        amounts(
                "Fakturor och fakturarader",
                "fakturornas netto",
                invoiced,
                "summan av fakturaraderna",
                sheets.lines().net());
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

    private void addNumbers(InvoicesSheet invoices) {
        if (issuance.invoices().isEmpty()) {
            controls.add(
                    Control.notApplicable("Nummerserier", "Det finns ingen faktura att numrera."));
        } else if (issuance.terms().draft()) {
            controls.add(
                    Control.notApplicable(
                            "Nummerserier",
                            "Ett utkast har inga nummer: de ges när det utfärdas."));
        }
        invoices.numbersOfSeries().forEach(this::addNumbers);
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
                        name + ", fortsätter",
                        beginning(series),
                        Control.Side.of("första numret", first, firstOrdinal)));
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

    /** Where the series has to begin; what was issued before is on no sheet. */
    private Control.Side beginning(InvoiceSeries series) {
        Issued.SeriesEnd end = issuance.before().lastOfSeries().get(series);
        if (end == null) {
            return Control.Side.of(
                    "seriens första nummer enligt inställningarna",
                    "",
                    issuance.inputs().settings().firstOrdinal());
        }
        InvoiceNumber before = end.number();
        return Control.Side.of("nästa nummer efter " + before, "", before.ordinal() + 1L);
    }

    private void amounts(String name, String oneText, Total one, String otherText, Total other) {
        controls.add(Control.ofTotals(name, oneText, one, otherText, other));
    }
}
