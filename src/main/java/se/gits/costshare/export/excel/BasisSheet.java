package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.allocation.Shares;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.explanation.Way;
import se.gits.costshare.input.Period;
import se.gits.costshare.input.Place;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.ResolvedLine;
import se.gits.costshare.settings.Settings;
import se.gits.costshare.volume.Volumes;

/**
 * What an invoice's amounts rest on: budget lines, keys, figures and objects, each with its
 * decision and source, and no others. The sheet {@code Underlag}; {@code Specifikation} computes
 * from its cells.
 */
final class BasisSheet {

    private static final String SHEET = "Underlag";

    private static final int CODE = 0;
    private static final int NAME = 1;
    private static final int WHAT = 2;
    private static final int FROM = 3;
    private static final int TO = 4;
    private static final int FIGURE = 5;
    private static final int DECISION = 6;
    private static final int[] WIDTHS = {10, 32, 14, 9, 11, 17, 42};

    /** A share in percent with two decimals, such as 12,34 %, has four of its own. */
    private static final int DECIMALS_OF_PERCENT = 4;

    /** What fits in the column of participants. */
    private static final int MOST_CODES = 3;

    private final SheetWriter sheet;
    private final Invoice invoice;
    private final Inputs inputs;
    private final boolean settlement;
    private final Map<String, String> amountOfRow = new HashMap<>();
    private final Map<KeyShare, String> cellOfShare = new HashMap<>();
    private final Map<Group, Weights> weightsOf = new LinkedHashMap<>();
    private int row;

    /**
     * Between whom a row of a key is distributed, by what.
     *
     * @param referenceDate of inhabitants; empty where it is by something else
     */
    private record Group(
            PartyCode name,
            Distribution distribution,
            Optional<LocalDate> referenceDate,
            Shares<PartyCode> members) {}

    /** A split within a group, and a month that it is of. */
    private record Distributed(Apportionment<PartyCode> split, YearMonth month) {}

    /** Where the weights of a group stand, as other sheets refer to them. */
    private record Weights(Map<PartyCode, String> cellOf, String total) {}

    BasisSheet(ReproducibleWorkbook workbook, Invoice invoice, Issuance issuance) {
        this.sheet = workbook.addSheet(SHEET, WIDTHS);
        this.invoice = invoice;
        this.inputs = issuance.inputs();
        this.settlement = issuance.terms().kind() == ActKind.SETTLEMENT;
    }

    void write(InvoiceSheetTitle title, List<Explanation> explanations) {
        row =
                title.write(
                        sheet,
                        SHEET,
                        "Det som fakturans belopp bygger på, med beslut och källa. Folkmängden kan"
                                + " kontrolleras hos SCB (www.scb.se), besluten hos SITIV.");
        List<Stretch> stretches = explanations.stream().flatMap(e -> e.due().stream()).toList();
        if (stretches.isEmpty()) {
            sheet.text(
                    row,
                    CODE,
                    DECISION,
                    "Beloppen bygger på de fakturor som krediteras. Bladet Specifikation räknar"
                            + " upp dem.",
                    Look.TEXT);
        }
        budgetLines(stretches);
        keys(stretches);
        groups(stretches);
        choices(stretches);
        objects(stretches);
        title.setUpPage(sheet, SHEET);
    }

    private void headings(String title, String... headings) {
        sheet.text(row, CODE, DECISION, title, Look.SECTION);
        row++;
        for (int column = CODE; column <= DECISION; column++) {
            sheet.text(
                    row,
                    column,
                    headings[column],
                    column == FIGURE ? Look.NUMBER_HEADING : Look.HEADING);
        }
        row++;
    }

    private void endOfSection() {
        row++;
    }

    private void texts(String... texts) {
        for (int column = CODE; column <= DECISION; column++) {
            if (column != FIGURE) {
                sheet.text(row, column, texts[column], Look.TEXT_ROW);
            }
        }
    }

    /** A decision, and where in the input it stands. */
    private static String sourced(String decision, String file, int fileRow) {
        return decision + " (" + file + " rad " + fileRow + ")";
    }

    private void budgetLines(List<Stretch> stretches) {
        Set<ResolvedLine> lines = new LinkedHashSet<>();
        stretches.forEach(stretch -> lines.add(stretch.line()));
        if (lines.isEmpty()) {
            return;
        }
        headings(
                settlement ? "Budgetrader med årets utfall" : "Budgetrader",
                "Rad",
                "Benämning",
                "Objekt",
                "Från",
                "Till",
                settlement ? "Utfall" : "Belopp",
                "Beslut");
        for (ResolvedLine resolved : lines) {
            BudgetLine line = resolved.line();
            texts(
                    line.row(),
                    line.text(),
                    line.objectCode(),
                    line.from().toString(),
                    line.to().toString(),
                    "",
                    sourced(line.decision(), inputs.budgetFile(), line.fileRow()));
            sheet.amount(row, FIGURE, line.amount(), Look.AMOUNT_ROW);
            amountOfRow.put(line.row(), sheet.fromElsewhere(SheetWriter.fixed(row, FIGURE)));
            row++;
        }
        endOfSection();
    }

    private void keys(List<Stretch> stretches) {
        Map<String, Set<KeyShare>> sharesOfKey = new LinkedHashMap<>();
        for (Stretch stretch : stretches) {
            String key = stretch.line().line().keyCode();
            sharesOfKey
                    .computeIfAbsent(key, k -> new LinkedHashSet<>())
                    .addAll(inputs.keys().sharesIn(key, stretch.to()));
        }
        if (sharesOfKey.isEmpty()) {
            return;
        }
        headings(
                "Nycklar, med alla rader",
                "Nyckel",
                "Part eller grupp",
                "Fördelas efter",
                "Från",
                "Till",
                "Andel",
                "Beslut");
        sharesOfKey.forEach((key, shares) -> shares.forEach(share -> share(key, share)));
        endOfSection();
    }

    private void share(String key, KeyShare share) {
        texts(
                key,
                nameOf(new PartyCode(share.recipient().part())),
                share.distribution().map(BasisSheet::inWords).orElse(""),
                share.period().from().toString(),
                until(share.period()),
                "",
                sourced(share.decision(), inputs.keys().places().file(), share.fileRow()));
        fraction(share.share());
        cellOfShare.put(share, sheet.fromElsewhere(SheetWriter.fixed(row, FIGURE)));
        row++;
    }

    /** What has an end as a number, anything else as the division that it is. */
    private void fraction(Fraction share) {
        BigDecimal numerator = new BigDecimal(share.numerator());
        BigDecimal denominator = new BigDecimal(share.denominator());
        try {
            BigDecimal exact = numerator.divide(denominator);
            boolean isShort = exact.stripTrailingZeros().scale() <= DECIMALS_OF_PERCENT;
            sheet.number(row, FIGURE, exact, isShort ? Look.SHARE_ROW : Look.LONG_SHARE_ROW);
        } catch (ArithmeticException withoutEnd) {
            sheet.number(
                    row,
                    FIGURE,
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

    static String inWords(Distribution distribution) {
        return distribution instanceof Distribution.ByPopulation
                ? "invånare"
                : distribution instanceof Distribution.Equally
                        ? "lika delar"
                        : distribution.volume().orElseThrow();
    }

    private void groups(List<Stretch> stretches) {
        Map<Group, Distributed> groups = new LinkedHashMap<>();
        for (Stretch stretch : stretches) {
            for (Way way : stretch.ways()) {
                group(stretch, way)
                        .ifPresent(
                                group ->
                                        groups.put(
                                                group,
                                                new Distributed(
                                                        way.through().members(), stretch.to())));
            }
        }
        groups.forEach(this::group);
    }

    private Optional<Group> group(Stretch stretch, Way way) {
        return way.share()
                .distribution()
                .map(
                        distribution ->
                                new Group(
                                        new PartyCode(way.share().recipient().part()),
                                        distribution,
                                        distribution instanceof Distribution.ByPopulation
                                                ? referenceDate(stretch)
                                                : Optional.empty(),
                                        stretch.line()
                                                .allocation()
                                                .keyOf(stretch.lastIndex())
                                                .membersOf()
                                                .get(way.share().recipient())));
    }

    private Optional<LocalDate> referenceDate(Stretch stretch) {
        return inputs.settings()
                .populationBasis(stretch.to())
                .map(Settings.PopulationBasis::referenceDate);
    }

    private void group(Group group, Distributed distributed) {
        Apportionment<PartyCode> split = distributed.split();
        boolean byVolume = group.distribution().volume().isPresent();
        headings(
                title(group, split.size()),
                "Kod",
                "Namn",
                "",
                byVolume ? "Från" : "",
                byVolume ? "Till" : "",
                "Antal",
                "Källa");
        int first = row;
        Map<PartyCode, String> cellOf = new HashMap<>();
        for (Apportionment.Quota<PartyCode> quota : split.quotas()) {
            PartyCode code = quota.recipient();
            boolean own = code.equals(invoice.recipient().code());
            Optional<Volumes.Volume> volume =
                    group.distribution()
                            .volume()
                            .flatMap(
                                    name -> inputs.volumes().find(name, code, distributed.month()));
            texts(
                    code.value(),
                    inputs.parties().find(code).map(Party::name).orElse(""),
                    own ? "denna faktura" : "",
                    volume.map(v -> v.period().from().toString()).orElse(""),
                    volume.map(v -> until(v.period())).orElse(""),
                    "",
                    volume.map(this::source).orElseGet(() -> source(group, code)));
            sheet.count(row, FIGURE, quota.weight().longValueExact(), Look.INHABITANTS_ROW);
            cellOf.put(code, sheet.fromElsewhere(SheetWriter.fixed(row, FIGURE)));
            row++;
        }
        for (int column = CODE; column <= DECISION; column++) {
            sheet.text(row, column, column == CODE ? "Summa" : "", Look.TEXT_SUM);
        }
        sheet.number(
                row,
                FIGURE,
                SheetWriter.sum(FIGURE, first, row - 1),
                new BigDecimal(split.quotas().get(0).totalWeight()),
                Look.INHABITANTS_SUM);
        weightsOf.put(
                group, new Weights(cellOf, sheet.fromElsewhere(SheetWriter.fixed(row, FIGURE))));
        row++;
        endOfSection();
    }

    private String title(Group group, int members) {
        String who = group.name() + ", " + members + " deltagare";
        if (group.distribution() instanceof Distribution.ByPopulation) {
            return "Invånare "
                    + group.referenceDate().map(LocalDate::toString).orElse("")
                    + " enligt SCB: "
                    + who;
        }
        if (group.distribution() instanceof Distribution.Equally) {
            return "Lika delar: " + who;
        }
        return "Volym, " + group.distribution().volume().orElseThrow() + ": " + who;
    }

    private String source(Group group, PartyCode member) {
        return group.referenceDate()
                .flatMap(date -> inputs.population().find(member, date))
                .map(PopulationTable.Figure::source)
                .map(BasisSheet::inWords)
                .orElse("");
    }

    private String source(Volumes.Volume volume) {
        return inputs.volumes().partColumn().file() + " rad " + volume.row();
    }

    private static String until(Period period) {
        return period.to().map(Object::toString).orElse("tills vidare");
    }

    private static String inWords(Place place) {
        return place.file() + " rad " + place.row();
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
        headings("Val av folkmängd", "Källa", "Siffror per", "", "Från", "", "", "Beslut");
        for (Settings.PopulationBasis choice : choices) {
            texts(
                    "SCB",
                    choice.referenceDate().toString(),
                    "",
                    choice.from().toString(),
                    "",
                    "",
                    choice.decision());
            sheet.blank(row, FIGURE, Look.TEXT_ROW);
            row++;
        }
        endOfSection();
    }

    private void objects(List<Stretch> stretches) {
        Set<ServiceObject> objects = new LinkedHashSet<>();
        stretches.forEach(stretch -> objects.add(stretch.line().objectIn(stretch.to())));
        if (objects.isEmpty()) {
            return;
        }
        headings("Objekt", "Kod", "Namn", "Deltagare", "Från", "Till", "Momssats", "Beslut");
        for (ServiceObject object : objects) {
            Period period = object.period();
            texts(
                    object.code(),
                    object.name(),
                    participants(object),
                    period.from().toString(),
                    until(period),
                    "",
                    sourced(object.decision(), inputs.objects().places().file(), object.row()));
            sheet.count(row, FIGURE, object.vat().percent(), Look.PERCENT_ROW);
            row++;
            if (isLong(object)) {
                row =
                        sheet.longText(
                                row, NAME, DECISION, "Deltagare: " + codes(object), Look.NOTE_ROW);
            }
        }
        endOfSection();
    }

    private static boolean isLong(ServiceObject object) {
        return object.participants().filter(codes -> codes.size() > MOST_CODES).isPresent();
    }

    private static String participants(ServiceObject object) {
        return isLong(object)
                ? object.participants().orElseThrow().size() + " deltagare"
                : codes(object);
    }

    private static String codes(ServiceObject object) {
        return object.participants()
                .map(codes -> codes.stream().map(PartyCode::value).collect(Collectors.joining(" ")))
                .orElse("alla");
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
        return weights(stretch, way).cellOf().get(way.through().ofParty().recipient());
    }

    /** All members' weights together. */
    String totalWeightOf(Stretch stretch, Way way) {
        return weights(stretch, way).total();
    }

    private Weights weights(Stretch stretch, Way way) {
        return weightsOf.get(group(stretch, way).orElseThrow());
    }
}
