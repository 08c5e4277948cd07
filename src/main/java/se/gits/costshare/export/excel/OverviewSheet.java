package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import se.gits.costshare.difference.Bridge;
import se.gits.costshare.difference.ChangeKind;
import se.gits.costshare.difference.MonthChanges;
import se.gits.costshare.difference.MonthChanges.SharedCause;
import se.gits.costshare.export.ProgressInWords;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActSums;
import se.gits.costshare.run.Issuance;

/**
 * The act on one page: its sums, whether all controls hold, what has changed most since the month
 * before and why, and what each sheet is for. The sheet {@code Översikt}.
 */
final class OverviewSheet {

    private static final int LABEL = 0;
    private static final int TEXT = 1;
    private static final int COUNT = 2;
    private static final int AMOUNT = 3;
    private static final int[] WIDTHS = {22, 57, 19, 19};

    /** What changes less is on the sheets of its own. */
    private static final int MOST_SHOWN = 5;

    private static final int LONGEST_CAUSE = 400;

    /** What the sheets of an act are for. */
    private static final Map<String, String> GUIDE =
            Map.ofEntries(
                    Map.entry(
                            "Kontroller", "Två summor som ska vara lika, på varje rad. Börja här."),
                    Map.entry(
                            "Sammanställning",
                            "Varje part och budgetrad, med summor åt båda håll."),
                    Map.entry("Fakturor", "Fakturorna, en och en, med länk till filen."),
                    Map.entry("Rader", "Fakturornas rader."),
                    Map.entry("Moms", "Momsen omräknad, per faktura och momssats."),
                    Map.entry("Bärs centralt", "Det som inte faktureras, och vem som bär det."),
                    Map.entry(
                            "Part för part",
                            "Det som varje part bär mot dess fakturor och deras rader."),
                    Map.entry("Budget", "Hur månadens kostnad följer av årets belopp."),
                    Map.entry(
                            "Budget mot fakturerat",
                            "Året hittills, rad för rad: budget, utfärdat och vad som är kvar."),
                    Map.entry(
                            "Månad för månad",
                            "Det som har utfärdats av varje budgetrad, månad för månad."),
                    Map.entry("Diagram", "Budget mot fakturerat, per objekt och per månad."),
                    Map.entry(
                            "Förändring per part", "Från månaden före till denna, part för part."),
                    Map.entry("Orsaker", "Varför månaden är en annan än den före, med besluten."),
                    Map.entry(
                            "Förändringar",
                            "Det som skiljer mot månaden före, part för part och rad för rad."),
                    Map.entry("Öreslista", "Vem som fick de ören som blev över, och varför."),
                    Map.entry(
                            "Tidigare fakturerat",
                            "Det som är fakturerat parten för månaden, faktura för faktura."),
                    Map.entry(
                            "Dagens underlag",
                            "Vad månaden blir för parten i dag, mot det som är fakturerat."),
                    Map.entry(
                            "Avräkning", "Utfallet av varje budgetrad mot det som är fakturerat."),
                    Map.entry("Rad och part", "Samma sak för varje part."));

    private final SheetWriter sheet;
    private final SheetTitle title;
    private final Issuance issuance;
    private int row;

    /** Adds the sheet, to stand first; it is written when those that it refers to are. */
    OverviewSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        this.issuance = issuance;
        this.sheet = workbook.addSheet("Översikt", WIDTHS);
        this.title =
                SheetTitle.of("Översikt", issuance)
                        .explained(
                                "Hämtat från de andra bladen. Belopp är utan moms där inget"
                                        + " annat sägs.");
    }

    /**
     * What a month has of changes.
     *
     * @param steps empty where the year has no month before, as are the causes
     */
    record Changes(
            MonthChanges changes,
            List<SharedCause> shared,
            Optional<StepSheet> steps,
            Optional<CausesSheet> causes) {}

    /**
     * @param changes empty where the act is no month
     * @param settlement empty where it is no settlement
     * @param groups how finely the other sheets tell of lines
     */
    void write(
            ControlsSheet controls,
            ControlsSheet.Sheets sheets,
            Optional<Changes> changes,
            Optional<SettlementSheet> settlement,
            LineGroups groups) {
        row = title.write(sheet);
        String reason = issuance.terms().reason();
        if (!reason.isBlank()) {
            sheet.text(row, LABEL, "Orsak", Look.STRONG_TEXT_ROW);
            row = sheet.longText(row, TEXT, AMOUNT, reason, Look.TEXT_ROW) + 1;
        }
        sums(controls, sheets);
        changes.ifPresent(of -> changes(of, sheets));
        settlement.ifPresent(of -> settlement(of, sheets.allocation()));
        guide(groups);
        title.setUpHighPage(sheet);
    }

    private void sums(ControlsSheet controls, ControlsSheet.Sheets sheets) {
        InvoicesSheet invoices = sheets.invoices();
        heading("Det som utfärdas", "", "Kronor");
        label("Antal fakturor", Look.TEXT_ROW);
        sheet.number(
                row++,
                AMOUNT,
                invoices.countOfRows(),
                BigDecimal.valueOf(issuance.invoices().size()),
                Look.INHABITANTS_ROW);
        amount("Fakturerat", invoices.net(), Look.AMOUNT_ROW);
        amount("Bärs centralt", sheets.allocation().notInvoiced(), Look.AMOUNT_ROW);
        amount("Fördelat på parterna", sheets.allocation().ofParties(), Look.AMOUNT_ROW);
        amount("Moms på fakturorna", invoices.vat(), Look.AMOUNT_ROW);
        amount("Att betala, med moms", invoices.payable(), Look.AMOUNT_ROW);
        sheet.text(row, LABEL, COUNT, "Stämmer alla kontroller?", Look.TEXT_TOTAL);
        sheet.truth(row, AMOUNT, controls.allHold(), controls.hold(), Look.TRUTH_TOTAL);
        sheet.redWhereFalse(List.of(new CellRangeAddress(row, row, LABEL, AMOUNT)), AMOUNT);
        row += 2;
    }

    private void changes(Changes of, ControlsSheet.Sheets sheets) {
        if (of.steps().isEmpty()) {
            heading("Mot månaden före", "", "");
            sheet.text(
                    row,
                    LABEL,
                    AMOUNT,
                    "Ingen tidigare månad i året är utfärdad: allt i månaden är nytt.",
                    Look.TEXT_ROW);
            row += 2;
            return;
        }
        StepSheet steps = of.steps().orElseThrow();
        String before = SwedishMonths.of(of.changes().earlier().orElseThrow());
        heading("Mot månaden före", "", "Kronor");
        amount("Fördelat " + before, steps.before(), Look.AMOUNT_ROW);
        amount("Ändrad kostnad", steps.of(ChangeKind.COST), Look.CHANGE_ROW);
        amount("Ändrade justeringar", steps.of(ChangeKind.ADJUSTMENT), Look.CHANGE_ROW);
        amount("Öresutjämning", steps.of(ChangeKind.ROUNDING), Look.CHANGE_ROW);
        amount(
                "Fördelat " + SwedishMonths.of(issuance.terms().month()),
                steps.now(),
                Look.STRONG_AMOUNT_ROW);
        row++;
        invoicing(of.changes().sumsBefore().orElseThrow(), before, sheets);
        if (!of.shared().isEmpty()) {
            causes(of.shared(), of.causes().orElseThrow());
            parties(of.changes(), steps);
        }
    }

    /** A cost that is the same can be invoiced in another way, or with another VAT. */
    private void invoicing(ActSums earlier, String before, ControlsSheet.Sheets sheets) {
        heading("Fakturering och moms", "", "Utfärdat " + before, "Förändring");
        change("Fakturerat", earlier.invoiced(), sheets.invoices().net());
        change("Bärs centralt", earlier.central(), sheets.allocation().notInvoiced());
        change("Moms på fakturorna", earlier.vat(), sheets.invoices().vat());
        row++;
    }

    private void change(String label, Money earlier, Total now) {
        sheet.text(row, LABEL, TEXT, label, Look.TEXT_ROW);
        sheet.amount(row, COUNT, earlier, Look.AMOUNT_ROW);
        sheet.amount(
                row,
                AMOUNT,
                new Total(
                        "ROUND(" + now.formula() + "-" + SheetWriter.at(row, COUNT) + ",2)",
                        now.amount().minus(earlier)),
                Look.CHANGE_ROW);
        row++;
    }

    private void causes(List<SharedCause> shared, CausesSheet causes) {
        heading("Varför", "Orsak", "Parter", "Förändring");
        int shown = Math.min(MOST_SHOWN, shared.size());
        int first = row;
        for (int i = 0; i < shown; i++) {
            SharedCause cause = shared.get(i);
            sheet.text(row, LABEL, (i + 1) + ". " + cause.why().kind().swedish(), Look.TEXT_ROW);
            sheet.text(
                    row,
                    TEXT,
                    ChangesSheet.beginning(cause.why().text(), LONGEST_CAUSE),
                    Look.TEXT_ROW);
            sheet.count(row, COUNT, cause.parties().size(), Look.COUNT_ROW);
            sheet.amount(row, AMOUNT, causes.change(i), Look.CHANGE_ROW);
            row++;
        }
        if (shown < shared.size()) {
            Money rest = Money.ZERO;
            for (SharedCause cause : shared.subList(shown, shared.size())) {
                rest = rest.plus(cause.difference());
            }
            sheet.text(row, LABEL, "Övrigt", Look.TEXT_ROW);
            sheet.text(
                    row,
                    TEXT,
                    (shared.size() - shown == 1 ? "1 orsak" : shared.size() - shown + " orsaker")
                            + " till, se bladet Orsaker",
                    Look.TEXT_ROW);
            sheet.blank(row, COUNT, Look.TEXT_ROW);
            sheet.amount(
                    row,
                    AMOUNT,
                    new Total(
                            "ROUND("
                                    + causes.sum().formula()
                                    + "-"
                                    + SheetWriter.sum(AMOUNT, first, row - 1)
                                    + ",2)",
                            rest),
                    Look.CHANGE_ROW);
            row++;
        }
        sheet.text(row, LABEL, COUNT, "Summa", Look.TEXT_SUM);
        sheet.amount(
                row,
                AMOUNT,
                new Total(
                        "ROUND(" + SheetWriter.sum(AMOUNT, first, row - 1) + ",2)",
                        causes.sum().amount()),
                Look.CHANGE_SUM);
        row += 2;
    }

    private void parties(MonthChanges changes, StepSheet steps) {
        heading("Störst förändring", "Part", "Förändring");
        changes.parties().entrySet().stream()
                .filter(party -> !party.getValue().difference().isZero())
                .sorted(
                        Comparator.comparing(
                                        (Map.Entry<PartyCode, Bridge> party) ->
                                                Math.abs(party.getValue().difference().ore()))
                                .reversed())
                .limit(MOST_SHOWN)
                .forEach(party -> party(party.getKey(), party.getValue(), steps));
        row++;
    }

    private void party(PartyCode code, Bridge bridge, StepSheet steps) {
        String name = nameOf(code);
        String size = StepSheet.size(bridge.difference(), bridge.before());
        sheet.text(row, LABEL, code.value(), Look.TEXT_ROW);
        sheet.text(
                row,
                TEXT,
                COUNT,
                name + (size.isEmpty() ? "" : ", " + size),
                size.isEmpty() ? Look.TEXT_ROW : Look.STRONG_TEXT_ROW);
        sheet.amount(row, AMOUNT, steps.change(code), Look.CHANGE_ROW);
        row++;
    }

    private void settlement(SettlementSheet of, AllocationSheet allocation) {
        heading("Året", "", "Kronor");
        amount("Budget", of.budget(), Look.AMOUNT_ROW);
        amount("Utfall", of.outcome(), Look.AMOUNT_ROW);
        amount("Tidigare fakturerat och centralt buret", of.before(), Look.AMOUNT_ROW);
        amount("Avräkning", of.settlement(), Look.STRONG_AMOUNT_ROW);
        String unissued = ProgressInWords.neverIssued(issuance);
        if (!unissued.isEmpty()) {
            row = sheet.longText(row, LABEL, AMOUNT, unissued, Look.TEXT_ROW);
        }
        row++;
        heading("Störst avräkning", "Part", "Kronor");
        allocation.parties().stream()
                .filter(party -> !allocation.of(party).amount().isZero())
                .sorted(
                        Comparator.comparing(
                                        (PartyCode party) ->
                                                Math.abs(allocation.of(party).amount().ore()))
                                .reversed())
                .limit(MOST_SHOWN)
                .forEach(party -> settlement(party, allocation.of(party)));
        row++;
    }

    private void settlement(PartyCode party, Total settlement) {
        sheet.text(row, LABEL, party.value(), Look.TEXT_ROW);
        sheet.text(row, TEXT, COUNT, nameOf(party), Look.TEXT_ROW);
        sheet.amount(row, AMOUNT, settlement, Look.CHANGE_ROW);
        row++;
    }

    private String nameOf(PartyCode code) {
        return issuance.inputs().parties().find(code).map(Party::name).orElse("");
    }

    private void guide(LineGroups groups) {
        heading("Bladen", "Vad de visar", "");
        if (!groups.areLines()) {
            row = sheet.longText(row, LABEL, AMOUNT, groups.explanation().strip(), Look.TEXT_ROW);
        }
        for (Sheet other : sheet.sheet().getWorkbook()) {
            if (other != sheet.sheet()) {
                sheet.text(row, LABEL, other.getSheetName(), Look.TEXT_ROW);
                sheet.text(row, TEXT, AMOUNT, GUIDE.get(other.getSheetName()), Look.TEXT_ROW);
                row++;
            }
        }
    }

    private void heading(String label, String text, String amount) {
        sheet.text(row, LABEL, label, Look.HEADING);
        sheet.text(row, TEXT, COUNT, text, Look.HEADING);
        sheet.text(row, AMOUNT, amount, Look.NUMBER_HEADING);
        row++;
    }

    private void heading(String label, String text, String count, String amount) {
        sheet.text(row, LABEL, label, Look.HEADING);
        sheet.text(row, TEXT, text, Look.HEADING);
        sheet.text(row, COUNT, count, Look.NUMBER_HEADING);
        sheet.text(row, AMOUNT, amount, Look.NUMBER_HEADING);
        row++;
    }

    private void label(String label, Look look) {
        sheet.text(row, LABEL, COUNT, label, look);
    }

    private void amount(String label, Total total, Look look) {
        label(label, look == Look.STRONG_AMOUNT_ROW ? Look.STRONG_TEXT_ROW : Look.TEXT_ROW);
        sheet.amount(row, AMOUNT, total, look);
        row++;
    }
}
