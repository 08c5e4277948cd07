package se.gits.costshare.export.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import se.gits.costshare.export.ReportExporter;
import se.gits.costshare.export.ReportInWords;
import se.gits.costshare.export.ReportSources;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.report.ActReport;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.Charge;
import se.gits.costshare.report.FollowUp;
import se.gits.costshare.report.LineChange;
import se.gits.costshare.report.LineReport;
import se.gits.costshare.report.MonthReport;
import se.gits.costshare.report.PartyReport;
import se.gits.costshare.simulation.SimulationText;

/**
 * An annual report to look at: the year's economy in words, charts and tables. Amounts are kronor
 * without VAT.
 */
public final class ReportPage implements ReportExporter {

    private static final HtmlTemplate TEMPLATE = new HtmlTemplate("report.mustache");

    private static final SimulationText TEXT = new SimulationText(Locale.forLanguageTag("sv"));

    private static final String CHARGED = "Fakturerat och centralt";

    @Override
    public String fileName() {
        return "rapport.html";
    }

    @Override
    public byte[] export(AnnualReport report, ReportSources sources) {
        return TEMPLATE.fill(
                new Content(
                        PagePolicy.withoutScript(),
                        report.year().toString(),
                        ReportInWords.summary(report),
                        ReportInWords.state(report),
                        keyFigures(report.total()),
                        bearers(report),
                        barsOfObjects(report),
                        barsOfMonths(report),
                        barsThroughMonths(report),
                        barsOfMunicipalities(report).stream().toList(),
                        objects(report),
                        changes(report),
                        lines(report),
                        parties(report),
                        report.parties().stream().map(party -> detailOf(party, report)).toList(),
                        months(report),
                        through(report),
                        report.checks().stream()
                                .map(
                                        check ->
                                                Control.of(
                                                        ReportInWords.of(check.kind()),
                                                        check.one(),
                                                        check.other()))
                                .toList(),
                        ReportInWords.inhabitants(report),
                        acts(report, sources),
                        sources.head().stream().toList(),
                        files(sources)));
    }

    /**
     * What the template's places are filled with, in its order. What there may be none of is a
     * list, since the library takes an empty {@code Optional} for something.
     */
    private record Content(
            String policy,
            String year,
            String summary,
            String state,
            FigureTable keyFigures,
            FigureTable bearers,
            Bars objectBars,
            Bars monthBars,
            Bars throughBars,
            List<Bars> municipalityBars,
            FigureTable objects,
            FigureTable changes,
            FigureTable lines,
            FigureTable parties,
            List<Detail> details,
            FigureTable months,
            FigureTable through,
            List<Control> controls,
            String inhabitants,
            FigureTable acts,
            List<String> head,
            List<File> files) {}

    /** A party's cost by object, opened at the reader's wish. */
    private record Detail(String name, String cost, FigureTable table) {}

    /** A file with SHA-256; a dash where an input has no such file. */
    private record File(String name, String state, String one, String other) {}

    private static FigureTable keyFigures(FollowUp total) {
        List<FigureTable.Row> rows = new ArrayList<>();
        rows.add(row("Ursprunglig budget", total.original()));
        rows.add(row("Tillägg och ändringar", total.changes()));
        rows.add(row("Budget", total.budget()));
        rows.add(row("Fakturerat", total.charge().invoiced()));
        rows.add(row("Bärs centralt, faktureras inte", total.charge().central()));
        rows.add(row("Återstår av budgeten", total.remaining()));
        total.outcome().ifPresent(outcome -> rows.add(row("Utfall", outcome)));
        total.remainingOfOutcome()
                .ifPresent(remaining -> rows.add(row("Återstår av utfallet", remaining)));
        return new FigureTable(
                "nyckeltal",
                "Hela året, kronor utan moms",
                FigureTable.headings("Nyckeltal", "Kronor"),
                rows,
                List.of());
    }

    private static FigureTable.Row row(String name, Money... amounts) {
        return FigureTable.Row.ofFigures(
                name, List.of(amounts).stream().map(Money::inSwedish).toList());
    }

    private static FigureTable bearers(AnnualReport report) {
        List<FigureTable.Row> rows = new ArrayList<>();
        report.bearers()
                .forEach((bearer, cost) -> rows.add(costRow(TEXT.of(bearer), cost, report)));
        return new FigureTable(
                "betalare",
                "Fakturerat och centralt buret per slag av betalare, kronor utan moms",
                FigureTable.headings("Betalare", "Kostnad", "Kronor per invånare i alla kommuner"),
                rows,
                List.of(costRow("Summa", report.total().charge().total(), report)));
    }

    private static FigureTable.Row costRow(String name, Money cost, AnnualReport report) {
        return FigureTable.Row.ofFigures(
                name, List.of(cost.inSwedish(), inSwedish(report.perInhabitant(cost))));
    }

    private static String inSwedish(Optional<Money> amount) {
        return amount.map(Money::inSwedish).orElse(SwedishFigures.NONE);
    }

    private static List<FigureTable.Cell> followUpHeadings(AnnualReport report) {
        List<FigureTable.Cell> headings = new ArrayList<>();
        for (String heading :
                List.of(
                        "Ursprunglig budget",
                        "Tillägg och ändringar",
                        "Budget",
                        "Fakturerat",
                        "Bärs centralt",
                        "Återstår")) {
            headings.add(FigureTable.Cell.figure(heading));
        }
        if (report.isSettled()) {
            headings.add(FigureTable.Cell.figure("Utfall"));
        }
        return headings;
    }

    private static List<FigureTable.Cell> cells(FollowUp followUp) {
        List<Money> amounts =
                new ArrayList<>(
                        List.of(
                                followUp.original(),
                                followUp.changes(),
                                followUp.budget(),
                                followUp.charge().invoiced(),
                                followUp.charge().central(),
                                followUp.remaining()));
        followUp.outcome().ifPresent(amounts::add);
        return amounts.stream().map(Money::inSwedish).map(FigureTable.Cell::figure).toList();
    }

    private static FigureTable objects(AnnualReport report) {
        List<FigureTable.Cell> headings = new ArrayList<>();
        headings.add(FigureTable.Cell.word("Objekt"));
        headings.addAll(followUpHeadings(report));
        return new FigureTable(
                "objekt",
                "Budget och fakturerat per objekt, kronor utan moms",
                headings,
                report.objects().stream()
                        .map(
                                object ->
                                        new FigureTable.Row(
                                                "",
                                                nameOf(object, report),
                                                cells(report.of(object))))
                        .toList(),
                List.of(new FigureTable.Row("", "Summa", cells(report.total()))));
    }

    private static FigureTable lines(AnnualReport report) {
        List<FigureTable.Cell> headings = new ArrayList<>();
        headings.add(FigureTable.Cell.word("Rad"));
        headings.add(FigureTable.Cell.word("Objekt"));
        headings.addAll(followUpHeadings(report));
        return new FigureTable(
                "rader",
                "Budget och fakturerat per budgetrad, kronor utan moms",
                headings,
                report.lines().stream().map(ReportPage::row).toList(),
                List.of(lineRow("Summa", "", report.total())));
    }

    private static FigureTable.Row row(LineReport line) {
        return lineRow(nameOf(line), line.line().objectCode(), line.followUp());
    }

    private static String nameOf(LineReport line) {
        return line.line().row() + " " + line.line().text();
    }

    private static FigureTable.Row lineRow(String name, String object, FollowUp followUp) {
        List<FigureTable.Cell> cells = new ArrayList<>();
        cells.add(FigureTable.Cell.word(object));
        cells.addAll(cells(followUp));
        return new FigureTable.Row("", name, cells);
    }

    /** The lines that are not what they were, each with the decision that it rests on. */
    private static FigureTable changes(AnnualReport report) {
        return new FigureTable(
                "tillagg",
                "Budgetrader som har kommit till eller fått ett annat belopp under året, kronor"
                        + " utan moms",
                List.of(
                        FigureTable.Cell.word("Rad"),
                        FigureTable.Cell.word("Objekt"),
                        FigureTable.Cell.word("Ändring"),
                        FigureTable.Cell.word("Beslut"),
                        FigureTable.Cell.figure("Belopp")),
                report.lines().stream()
                        .filter(line -> line.change() != LineChange.NONE)
                        .map(ReportPage::changeRow)
                        .toList(),
                List.of(changeRow("Summa", "", "", "", report.total().changes())));
    }

    private static FigureTable.Row changeRow(LineReport line) {
        return changeRow(
                nameOf(line),
                line.line().objectCode(),
                ReportInWords.of(line.change()),
                line.line().decision(),
                line.followUp().changes());
    }

    private static FigureTable.Row changeRow(
            String name, String object, String change, String decision, Money amount) {
        return new FigureTable.Row(
                "",
                name,
                List.of(
                        FigureTable.Cell.word(object),
                        FigureTable.Cell.word(change),
                        FigureTable.Cell.word(decision),
                        FigureTable.Cell.figure(amount.inSwedish())));
    }

    private static FigureTable parties(AnnualReport report) {
        Charge total = report.total().charge();
        return new FigureTable(
                "parter",
                "Vad varje part har betalat, eller vad som bärs centralt för den, kronor utan moms",
                FigureTable.headings(
                        "Part",
                        "Fakturerat",
                        "Bärs centralt",
                        "Summa",
                        "Invånare",
                        "Kronor per invånare"),
                report.parties().stream()
                        .map(party -> row(party).linkedTo(idOf(party.party())))
                        .toList(),
                List.of(
                        partyRow(
                                "Summa",
                                total,
                                report.inhabitantsOfMunicipalities(),
                                report.perInhabitant(total.total()))));
    }

    private static FigureTable.Row row(PartyReport party) {
        return partyRow(
                nameOf(party.party()), party.charge(), party.inhabitants(), party.perInhabitant());
    }

    private static FigureTable.Row partyRow(
            String name, Charge charge, OptionalLong inhabitants, Optional<Money> perInhabitant) {
        return FigureTable.Row.ofFigures(
                name,
                List.of(
                        charge.invoiced().inSwedish(),
                        charge.central().inSwedish(),
                        charge.total().inSwedish(),
                        SwedishFigures.count(inhabitants),
                        inSwedish(perInhabitant)));
    }

    private static Detail detailOf(PartyReport of, AnnualReport report) {
        Party party = of.party();
        List<FigureTable.Row> rows = new ArrayList<>();
        for (String object : report.objects()) {
            Charge charge = report.of(party, object);
            if (!charge.isZero()) {
                rows.add(row(nameOf(object, report), charge));
            }
        }
        FigureTable table =
                new FigureTable(
                        idOf(party),
                        nameOf(party) + " per objekt, kronor utan moms",
                        FigureTable.headings("Objekt", "Fakturerat", "Bärs centralt", "Summa"),
                        rows,
                        rows.size() == 1 ? List.of() : List.of(row("Summa", of.charge())));
        return new Detail(nameOf(party), SwedishFigures.kronor(of.charge().total()), table);
    }

    private static FigureTable.Row row(String name, Charge charge) {
        return row(name, charge.invoiced(), charge.central(), charge.total());
    }

    private static String idOf(Party party) {
        return "part-" + party.code();
    }

    private static String nameOf(Party party) {
        return party.code() + " " + party.name();
    }

    private static String nameOf(String object, AnnualReport report) {
        String name = report.nameOf(object);
        return name.equals(object) ? object : object + " " + name;
    }

    private static FigureTable months(AnnualReport report) {
        List<FigureTable.Row> rows = new ArrayList<>();
        for (MonthReport month : report.months()) {
            rows.add(
                    row(
                            nameOf(month),
                            month.budget(),
                            month.ordinary(),
                            month.adjustments(),
                            month.credits(),
                            month.anew(),
                            month.charge().invoiced(),
                            month.charge().central()));
        }
        report.settlement()
                .ifPresent(
                        settlement ->
                                rows.add(
                                        FigureTable.Row.ofFigures(
                                                "Avräkning",
                                                List.of(
                                                        "",
                                                        "",
                                                        "",
                                                        "",
                                                        "",
                                                        settlement.invoiced().inSwedish(),
                                                        settlement.central().inSwedish()))));
        FollowUp total = report.total();
        return new FigureTable(
                "manader",
                "Budget och fakturerat per månad, kronor utan moms",
                FigureTable.headings(
                        "Månad",
                        "Budget",
                        "Ordinarie",
                        "Justeringar",
                        "Krediter",
                        "Nya fakturor",
                        "Fakturerat",
                        "Bärs centralt"),
                rows,
                List.of(
                        row(
                                "Summa",
                                total.budget(),
                                sum(report, MonthReport::ordinary),
                                sum(report, MonthReport::adjustments),
                                sum(report, MonthReport::credits),
                                sum(report, MonthReport::anew),
                                total.charge().invoiced(),
                                total.charge().central())));
    }

    private static Money sum(AnnualReport report, Function<MonthReport, Money> column) {
        return Money.total(report.months().stream().map(column));
    }

    private static String nameOf(MonthReport month) {
        return SwedishMonths.of(month.month()) + (month.isIssued() ? "" : ", inte utfärdad");
    }

    /** The months added to each other, and the settlement to them. */
    private static FigureTable through(AnnualReport report) {
        List<FigureTable.Row> rows = new ArrayList<>();
        for (MonthReport month : report.months()) {
            rows.add(
                    row(
                            nameOf(month),
                            month.budgetThrough(),
                            month.chargedThrough(),
                            month.budgetThrough().minus(month.chargedThrough())));
        }
        FollowUp total = report.total();
        if (report.isSettled()) {
            rows.add(
                    row(
                            "Med avräkningen",
                            total.budget(),
                            total.charge().total(),
                            total.remaining()));
        }
        return new FigureTable(
                "hittills",
                "Budget och fakturerat hittills under året, kronor utan moms",
                FigureTable.headings("Till och med", "Budget", CHARGED, "Skillnad"),
                rows,
                List.of());
    }

    private static Bars barsOfObjects(AnnualReport report) {
        List<Bars.Group> groups = new ArrayList<>();
        for (String object : report.objects()) {
            FollowUp followUp = report.of(object);
            groups.add(
                    new Bars.Group(
                            nameOf(object, report),
                            List.of(
                                    new Bars.Value(
                                            Bars.Series.AGAINST, "Budget", followUp.budget()),
                                    new Bars.Value(
                                            Bars.Series.MAIN, CHARGED, followUp.charge().total()),
                                    new Bars.Value(
                                            Bars.Series.BESIDE,
                                            "Återstår",
                                            followUp.remaining()))));
        }
        return Bars.of(
                "objektdiagram",
                "Budget, fakturerat och återstående per objekt",
                "Kronor utan moms. Samma siffror står i tabellen Per objekt.",
                groups);
    }

    private static Bars barsOfMonths(AnnualReport report) {
        return Bars.of(
                "manadsdiagram",
                "Budget och fakturerat per månad",
                "Kronor utan moms. Samma siffror står i tabellen Månad för månad.",
                report.months().stream()
                        .map(month -> group(month, month.budget(), month.charge().total()))
                        .toList());
    }

    private static Bars barsThroughMonths(AnnualReport report) {
        List<Bars.Group> groups = new ArrayList<>();
        for (MonthReport month : report.months()) {
            groups.add(group(month, month.budgetThrough(), month.chargedThrough()));
        }
        FollowUp total = report.total();
        total.outcome()
                .ifPresent(
                        outcome ->
                                groups.add(
                                        new Bars.Group(
                                                "Med avräkningen",
                                                List.of(
                                                        new Bars.Value(
                                                                Bars.Series.AGAINST,
                                                                "Utfall",
                                                                outcome),
                                                        new Bars.Value(
                                                                Bars.Series.MAIN,
                                                                CHARGED,
                                                                total.charge().total())))));
        return Bars.of(
                "hittillsdiagram",
                "Budget och fakturerat hittills under året",
                "Månaderna lagda till varandra, kronor utan moms. Samma siffror står i tabellen"
                        + " Hittills under året.",
                groups);
    }

    /** Of a month that is not issued there is only a budget. */
    private static Bars.Group group(MonthReport month, Money budget, Money charged) {
        Bars.Value budgeted = new Bars.Value(Bars.Series.AGAINST, "Budget", budget);
        return month.isIssued()
                ? new Bars.Group(
                        SwedishMonths.of(month.month()),
                        List.of(budgeted, new Bars.Value(Bars.Series.MAIN, CHARGED, charged)))
                : new Bars.Group(SwedishMonths.of(month.month()) + ", budget", List.of(budgeted));
    }

    /** The municipalities that a figure can be counted for, the dearest first. */
    private static Optional<Bars> barsOfMunicipalities(AnnualReport report) {
        List<Bars.Group> groups =
                report.parties().stream()
                        .filter(party -> party.party().type() == PartyType.MUNICIPALITY)
                        .filter(party -> party.perInhabitant().isPresent())
                        .sorted(
                                Comparator.comparing(
                                                (PartyReport party) ->
                                                        party.perInhabitant().orElseThrow())
                                        .reversed())
                        .map(
                                party ->
                                        new Bars.Group(
                                                party.party().name(),
                                                List.of(
                                                        new Bars.Value(
                                                                Bars.Series.MAIN,
                                                                "Kronor per invånare",
                                                                party.perInhabitant()
                                                                        .orElseThrow()))))
                        .toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Bars.of(
                                "invanardiagram",
                                "Kronor per invånare i varje kommun",
                                "Fakturerat och centralt buret, kronor per invånare utan moms, den"
                                        + " högsta kostnaden först. Samma siffror står i tabellen"
                                        + " Per part.",
                                groups));
    }

    private static FigureTable acts(AnnualReport report, ReportSources sources) {
        List<FigureTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < report.acts().size(); i++) {
            rows.add(row(report.acts().get(i), sources.acts().get(i)));
        }
        List<FigureTable.Cell> headings = new ArrayList<>();
        for (String heading : List.of("Mapp", "Slag", "Avser", "Part", "Fakturadatum", "Orsak")) {
            headings.add(FigureTable.Cell.word(heading));
        }
        headings.add(FigureTable.Cell.figure("Fakturerat"));
        headings.add(FigureTable.Cell.figure("Bärs centralt"));
        return new FigureTable(
                "utfardat",
                "Det som är utfärdat, i den ordning det utfärdades, kronor utan moms",
                headings,
                rows,
                List.of());
    }

    private static FigureTable.Row row(ActReport act, ReportSources.ActSource source) {
        List<FigureTable.Cell> cells = new ArrayList<>();
        for (String word :
                List.of(
                        ReportInWords.of(act.act().kind()),
                        ReportInWords.period(act.act()),
                        act.act().party().map(Object::toString).orElse(""),
                        source.issueDate().toString(),
                        source.reason())) {
            cells.add(FigureTable.Cell.word(word));
        }
        cells.add(FigureTable.Cell.figure(act.charge().invoiced().inSwedish()));
        cells.add(FigureTable.Cell.figure(act.charge().central().inSwedish()));
        return new FigureTable.Row("", source.folder(), cells);
    }

    private static List<File> files(ReportSources sources) {
        return sources.files().stream()
                .map(
                        name ->
                                new File(
                                        name,
                                        sources.comparison(name),
                                        sources.original().getOrDefault(name, SwedishFigures.NONE),
                                        sources.today().getOrDefault(name, SwedishFigures.NONE)))
                .toList();
    }
}
