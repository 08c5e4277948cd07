package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.explanation.Way;
import se.gits.costshare.input.Period;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.ResolvedLine;
import se.gits.costshare.settings.Settings;

/**
 * What an invoice's amounts rest on: budget lines, keys, figures and objects, each with its
 * decision and source, and no others. The sheet {@code Underlag}; {@code Specifikation} computes
 * from its cells.
 */
final class BasisSheet {

    static final String SHEET = "Underlag";

    /** A share in percent with two decimals, such as 12,34 %, has four of its own. */
    private static final int DECIMALS_OF_PERCENT = 4;

    /** What fits in the column of participants. */
    private static final int MOST_CODES = 3;

    private final SheetWriter sheet;
    private final Inputs inputs;
    private final boolean settlement;
    private final WeightTables weights;
    private final Map<String, String> amountOfRow = new HashMap<>();
    private final Map<KeyShare, String> cellOfShare = new HashMap<>();
    private BasisRows rows;

    BasisSheet(ReproducibleWorkbook workbook, Invoice invoice, Issuance issuance) {
        this.sheet = workbook.addSheet(SHEET, BasisRows.WIDTHS);
        this.inputs = issuance.inputs();
        this.settlement = issuance.terms().kind() == ActKind.SETTLEMENT;
        this.weights = new WeightTables(inputs, invoice.recipient().code());
    }

    /**
     * @param explanations of the invoice's lines
     */
    void write(InvoiceSheetTitle title, List<Explanation> explanations) {
        rows =
                new BasisRows(
                        sheet,
                        title.write(
                                sheet,
                                SHEET,
                                "Det som fakturans belopp bygger på, med beslut och källa. Jämför"
                                        + " folkmängden med SCB:s (www.scb.se) och budgetrader,"
                                        + " nycklar och objekt med SITIV:s beslut."));
        List<Explanation> computed =
                explanations.stream()
                        .filter(explanation -> explanation.line().kind() != LineKind.CREDIT)
                        .toList();
        List<Stretch> stretches = computed.stream().flatMap(e -> e.due().stream()).toList();
        if (computed.isEmpty()) {
            rows.note(
                    "Beloppen är de som krediteras, och räknas inte om. Bladet Specifikation räknar"
                            + " upp dem, faktura för faktura.");
        } else {
            budgetLines(computed);
            keys(computed);
            choices(stretches);
            weights.write(rows, stretches);
            objects(computed);
        }
        title.setUpPage(sheet, SHEET);
    }

    private void budgetLines(List<Explanation> explanations) {
        Set<ResolvedLine> lines = new LinkedHashSet<>();
        explanations.forEach(explanation -> lines.add(explanation.budgetLine()));
        rows.table(
                settlement ? "Budgetrader med årets utfall" : "Budgetrader",
                "Läst ur "
                        + inputs.budgetFile()
                        + (settlement
                                ? ". Utfallet är vad raden kostade under sina månader."
                                : ". Beloppet är för radens alla månader, lika fördelat på dem."),
                "Rad",
                "Benämning",
                "Objekt",
                "Från",
                "Till",
                settlement ? "Utfall" : "Belopp",
                "Beslut");
        for (ResolvedLine resolved : lines) {
            BudgetLine line = resolved.line();
            String cell =
                    rows.row(
                            (to, row, column) ->
                                    to.amount(row, column, line.amount(), Look.AMOUNT_ROW),
                            line.row(),
                            line.text(),
                            line.objectCode(),
                            line.from().toString(),
                            line.to().toString(),
                            decided(line.decision(), line.fileRow()));
            amountOfRow.put(line.row(), rows.fromElsewhere(cell));
        }
        rows.end();
    }

    /** A decision, and on which row of the file it stands. */
    private static String decided(String decision, int fileRow) {
        return decision + " (rad " + fileRow + ")";
    }

    private void keys(List<Explanation> explanations) {
        Map<String, Set<KeyShare>> sharesOfKey = new LinkedHashMap<>();
        for (Explanation explanation : explanations) {
            BudgetLine line = explanation.budgetLine().line();
            Set<KeyShare> shares =
                    sharesOfKey.computeIfAbsent(line.keyCode(), key -> new LinkedHashSet<>());
            for (YearMonth month : explanation.months()) {
                if (line.includes(month)) {
                    shares.addAll(inputs.keys().sharesIn(line.keyCode(), month));
                }
            }
        }
        rows.table(
                "Nycklar, med alla rader",
                "Läst ur " + inputs.keys().places().file() + ".",
                "Nyckel",
                "Part eller grupp",
                "Fördelas efter",
                "Från",
                "Till",
                "Andel",
                "Beslut");
        sharesOfKey.forEach((key, shares) -> shares.forEach(share -> share(key, share)));
        rows.end();
    }

    private void share(String key, KeyShare share) {
        String cell =
                rows.row(
                        (to, row, column) -> fraction(to, row, column, share.share()),
                        key,
                        nameOf(new PartyCode(share.recipient().part())),
                        share.distribution().map(Distribution::inWords).orElse(""),
                        share.period().from().toString(),
                        end(share.period()),
                        decided(share.decision(), share.fileRow()));
        cellOfShare.put(share, rows.fromElsewhere(cell));
    }

    static String end(Period period) {
        return period.to().map(Object::toString).orElse("tills vidare");
    }

    /** What has an end as a number, anything else as the division that it is. */
    private static void fraction(SheetWriter sheet, int row, int column, Fraction share) {
        BigDecimal numerator = new BigDecimal(share.numerator());
        BigDecimal denominator = new BigDecimal(share.denominator());
        try {
            BigDecimal exact = numerator.divide(denominator);
            boolean isShort = exact.stripTrailingZeros().scale() <= DECIMALS_OF_PERCENT;
            sheet.number(row, column, exact, isShort ? Look.SHARE_ROW : Look.LONG_SHARE_ROW);
        } catch (ArithmeticException withoutEnd) {
            sheet.number(
                    row,
                    column,
                    share.numerator() + "/" + share.denominator(),
                    numerator.divide(denominator, MathContext.DECIMAL64),
                    Look.LONG_SHARE_ROW);
        }
    }

    /** A party's name, or that of a group. */
    private String nameOf(PartyCode code) {
        return inputs.parties()
                .find(code)
                .map(party -> party.name() + " (" + code + ")")
                .orElseGet(code::value);
    }

    /** Which population figures apply, and by which decision. */
    private void choices(List<Stretch> stretches) {
        Set<Settings.PopulationBasis> choices = new LinkedHashSet<>();
        for (Stretch stretch : stretches) {
            // Also where it is another's part that goes by inhabitants: new figures begin a segment
            // for the whole line.
            boolean goesByInhabitants =
                    inputs.keys().sharesIn(stretch.line().line().keyCode(), stretch.to()).stream()
                            .flatMap(share -> share.distribution().stream())
                            .anyMatch(Distribution.ByPopulation.class::isInstance);
            if (goesByInhabitants) {
                inputs.settings().populationBasis(stretch.to()).ifPresent(choices::add);
            }
        }
        if (choices.isEmpty()) {
            return;
        }
        rows.table("Val av folkmängd", "", "Källa", "Siffror", "", "Från", "", "", "Beslut");
        for (Settings.PopulationBasis choice : choices) {
            rows.row(
                    (to, row, column) -> to.blank(row, column, Look.TEXT_ROW),
                    "SCB",
                    "folkmängd " + choice.referenceDate(),
                    "",
                    choice.from().toString(),
                    "",
                    choice.decision());
        }
        rows.end();
    }

    private void objects(List<Explanation> explanations) {
        Set<ServiceObject> objects = new LinkedHashSet<>();
        for (Explanation explanation : explanations) {
            for (YearMonth month : explanation.months()) {
                if (explanation.budgetLine().line().includes(month)) {
                    objects.add(explanation.budgetLine().objectIn(month));
                }
            }
        }
        rows.table(
                "Objekt",
                "Läst ur "
                        + inputs.objects().places().file()
                        + ". Deltagarna begränsar nyckelns grupper, inte enskilda parter.",
                "Kod",
                "Namn",
                "Deltagare",
                "Från",
                "Till",
                "Momssats",
                "Beslut");
        objects.forEach(this::object);
        rows.end();
    }

    private void object(ServiceObject object) {
        String codes =
                object.participants()
                        .map(
                                all ->
                                        all.stream()
                                                .map(PartyCode::value)
                                                .collect(Collectors.joining(" ")))
                        .orElse("alla");
        boolean isLong = object.participants().filter(all -> all.size() > MOST_CODES).isPresent();
        rows.row(
                (to, row, column) ->
                        to.count(row, column, object.vat().percent(), Look.PERCENT_ROW),
                object.code(),
                object.name(),
                isLong ? object.participants().orElseThrow().size() + " deltagare" : codes,
                object.period().from().toString(),
                end(object.period()),
                decided(object.decision(), object.row()));
        rows.note(isLong ? "Deltagare: " + codes : "");
        rows.note(object.vat().ground().isEmpty() ? "" : "Ingen moms: " + object.vat().ground());
    }

    /** A line's amount, as {@code Specifikation} refers to it. */
    String amountOf(String budgetRow) {
        return amountOfRow.get(budgetRow);
    }

    /** A key row's share. */
    String shareOf(Way way) {
        return cellOfShare.get(way.share());
    }

    /** The recipient's weight where a row of a key is distributed within a group. */
    String weightOf(Stretch stretch, Way way) {
        return weights.weightOf(stretch, way);
    }

    /** All members' weights together. */
    String totalWeightOf(Stretch stretch, Way way) {
        return weights.totalWeightOf(stretch, way);
    }
}
