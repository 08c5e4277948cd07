package se.gits.costshare.export.html;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.difference.MonthChanges;
import se.gits.costshare.export.ActExporter;
import se.gits.costshare.export.FileNames;
import se.gits.costshare.export.ProgressInWords;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.invoice.Delivery;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.run.ActChecks;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.ActSums;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.BudgetProgress;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.ResolvedLine;

/**
 * A month, a credit or a new invoice to look at: its figures, controls, charts and changes, every
 * invoice, and how each amount came about. All of it is there without the script, which sorts,
 * searches and opens.
 */
public final class MonthPage implements ActExporter {

    private static final HtmlTemplate TEMPLATE = new HtmlTemplate("month.mustache");
    private static final String POLICY = PagePolicy.withScript("month.js");

    /**
     * How many amounts the page proves at most, about a kilobyte each. A larger month would be a
     * page that no phone opens; its amounts are proved in the invoices' workbooks.
     */
    static final int MOST_PROVED = 4_000;

    /** The workbook has them all; where one more is all there is, it is told too. */
    private static final int MOST_CAUSES = 6;

    private final int mostProved;

    public MonthPage() {
        this(MOST_PROVED);
    }

    MonthPage(int mostProved) {
        this.mostProved = mostProved;
    }

    @Override
    public String fileName() {
        return "rapport.html";
    }

    @Override
    public void export(Issuance issuance, OutputStream out) throws IOException {
        out.write(new Filling(issuance, mostProved).page());
    }

    /** A place on the page. */
    private record Place(String target, String name) {}

    /** What the template's places are filled with. What there may be none of is a list. */
    private record Content(
            String policy,
            boolean isDraft,
            String title,
            String summary,
            String verdict,
            boolean isWrong,
            List<String> reason,
            List<String> waiting,
            List<Place> places,
            FigureTable keyFigures,
            List<FigureTable> documents,
            List<Control> controls,
            List<Bars> bars,
            List<FigureTable> objects,
            List<FigureTable> lines,
            String comparison,
            List<FigureTable> parties,
            List<FigureTable> deliveries,
            List<InvoiceTable> invoices,
            String proofText,
            List<Proofs.PartyProof> proofs,
            List<SharedProofs.LineFacts> lineFacts,
            String footer) {}

    /** The invoices with their sums of net, VAT and amount to pay. */
    private record InvoiceTable(List<InvoiceRow> rows, List<String> sums) {}

    /** A file beside the page. */
    private record File(String path, String form) {}

    /**
     * An invoice.
     *
     * @param target the place of what proves its amounts; empty where that is elsewhere
     */
    private record InvoiceRow(
            String target,
            String name,
            String code,
            String number,
            String kind,
            String net,
            String vat,
            String payable,
            List<File> files) {}

    /** One act, and the page that is made of it. */
    private static final class Filling {

        private final Issuance issuance;
        private final Optional<MonthChanges> changes;
        private final Optional<BudgetProgress> progress;

        /** The month that this one is compared with, in words; none where there is none. */
        private final Optional<String> monthBefore;

        private final MonthSums sums;
        private final Optional<Proofs> proofs;
        private final Map<String, String> nameOfObject = new HashMap<>();

        Filling(Issuance issuance, int mostProved) {
            this.issuance = issuance;
            this.changes =
                    issuance.terms().kind() == ActKind.MONTH
                            ? Optional.of(MonthChanges.of(issuance))
                            : Optional.empty();
            this.progress = changes.map(of -> BudgetProgress.of(issuance));
            this.monthBefore = changes.flatMap(MonthChanges::earlier).map(SwedishMonths::of);
            this.sums = new MonthSums(issuance, changes);
            for (ResolvedLine line : issuance.inputs().lines()) {
                nameOfObject.putIfAbsent(
                        line.line().objectCode(),
                        line.objectAround(issuance.terms().month()).name());
            }
            this.proofs =
                    amounts() <= mostProved ? Optional.of(new Proofs(issuance)) : Optional.empty();
        }

        /** How many there would be to prove: the invoices' lines, and what is carried centrally. */
        private long amounts() {
            return issuance.invoices().stream().mapToLong(of -> of.lines().size()).sum()
                    + issuance.amounts().stream().filter(of -> !of.isInvoiced()).count();
        }

        byte[] page() {
            MonthInWords words = new MonthInWords(issuance);
            String reason = issuance.terms().reason();
            List<Control> controls = controls();
            List<Bars> bars = bars();
            return TEMPLATE.fill(
                    new Content(
                            POLICY,
                            issuance.terms().draft(),
                            words.title(),
                            words.summary(),
                            ControlsInWords.verdict(controls),
                            controls.stream().anyMatch(Control::fails),
                            reason.isBlank() ? List.of() : List.of(reason),
                            progress
                                    .map(ProgressInWords::notIssued)
                                    .filter(text -> !text.isEmpty())
                                    .stream()
                                    .toList(),
                            places(bars),
                            keyFigures(),
                            documents(),
                            controls,
                            bars,
                            unlessEmpty(objects()),
                            unlessEmpty(lines()),
                            words.comparison(changes),
                            unlessEmpty(parties()),
                            DeliveryTable.of(issuance),
                            invoices(),
                            words.proofs(proofs.isPresent()),
                            proofs.map(Proofs::parties).orElse(List.of()),
                            proofs.map(of -> of.lines(sums)).orElse(List.of()),
                            words.footer()));
        }

        private static List<FigureTable> unlessEmpty(FigureTable table) {
            return table.rows().isEmpty() ? List.of() : List.of(table);
        }

        private List<Place> places(List<Bars> bars) {
            List<Place> places = new ArrayList<>();
            places.add(new Place("h-nyckeltal", "Nyckeltal"));
            places.add(new Place("h-kontroller", "Kontroller"));
            if (!bars.isEmpty()) {
                places.add(new Place("h-diagram", "Diagram"));
            }
            places.add(new Place("h-objekt", "Per objekt"));
            places.add(new Place("h-rader", "Per budgetrad"));
            places.add(new Place("h-parter", "Per part"));
            places.add(new Place("h-fakturor", "Fakturor"));
            places.add(new Place("h-bevis", "Så har beloppen räknats fram"));
            return places;
        }

        private Money total(Function<Invoice, Money> of) {
            return sumOf(issuance.invoices(), of);
        }

        private static Money sumOf(List<Invoice> invoices, Function<Invoice, Money> of) {
            return Money.total(invoices.stream().map(of));
        }

        /** Beside what the month before came to, where there is one. */
        private FigureTable keyFigures() {
            Optional<ActSums> before = changes.flatMap(MonthChanges::sumsBefore);
            List<FigureTable.Row> rows = new ArrayList<>();
            rows.add(
                    keyFigure(
                            "Fakturerat, utan moms",
                            issuance.invoiced(),
                            before.map(ActSums::invoiced)));
            rows.add(keyFigure("Moms", total(Invoice::vat), before.map(ActSums::vat)));
            Money rounding = total(Invoice::rounding);
            if (!rounding.isZero()) {
                rows.add(keyFigure("Öresavrundning", rounding));
            }
            rows.add(keyFigure("Att betala", total(Invoice::payable)));
            rows.add(
                    keyFigure(
                            "Bärs centralt och faktureras inte",
                            issuance.notInvoiced(),
                            before.map(ActSums::central)));
            progress.map(BudgetProgress::notIssued)
                    .filter(waiting -> !waiting.isZero())
                    .ifPresent(
                            waiting ->
                                    rows.add(keyFigure("Upparbetat men inte utfärdat", waiting)));
            if (hasAdjustments()) {
                rows.add(
                        keyFigure(
                                "Justeringar av tidigare månader, som ingår i det fakturerade",
                                adjusted(Amount::isInvoiced)));
                rows.add(
                        keyFigure(
                                "Justeringar av tidigare månader, som ingår i det som bärs"
                                        + " centralt",
                                adjusted(amount -> !amount.isInvoiced())));
            }
            rows.add(
                    keyFigure(
                            "Parter som faktureras, antal",
                            Long.toString(
                                    issuance.invoices().stream()
                                            .map(invoice -> invoice.recipient().code())
                                            .distinct()
                                            .count())));
            return new FigureTable(
                    "nyckeltal",
                    "Det viktigaste i siffror, kronor utom där annat står",
                    monthBefore
                            .map(
                                    month ->
                                            FigureTable.headings(
                                                    "Nyckeltal",
                                                    "Kronor",
                                                    ProofInWords.capitalised(month),
                                                    "Förändring"))
                            .orElseGet(() -> FigureTable.headings("Nyckeltal", "Kronor")),
                    rows,
                    List.of());
        }

        private FigureTable.Row keyFigure(String name, Money now) {
            return keyFigure(name, now.inSwedish());
        }

        private FigureTable.Row keyFigure(String name, Money now, Optional<Money> before) {
            return before.map(earlier -> row(name, now, earlier, now.minus(earlier)))
                    .orElseGet(() -> keyFigure(name, now));
        }

        private FigureTable.Row keyFigure(String name, String figure) {
            List<String> figures = new ArrayList<>(List.of(figure));
            if (monthBefore.isPresent()) {
                figures.addAll(List.of("", ""));
            }
            return FigureTable.Row.ofFigures(name, figures);
        }

        private boolean hasAdjustments() {
            return issuance.amounts().stream()
                    .anyMatch(amount -> amount.kind() == LineKind.ADJUSTMENT);
        }

        private Money adjusted(Predicate<Amount> counts) {
            return Money.total(
                    issuance.amounts().stream()
                            .filter(amount -> amount.kind() == LineKind.ADJUSTMENT)
                            .filter(counts)
                            .map(Amount::money)
                            .toList());
        }

        /** How many invoices of each kind, with which numbers. */
        private List<FigureTable> documents() {
            List<FigureTable.Row> rows = new ArrayList<>();
            for (InvoiceKind kind : InvoiceKind.values()) {
                List<Invoice> of =
                        issuance.invoices().stream().filter(i -> i.kind() == kind).toList();
                if (!of.isEmpty()) {
                    rows.add(documentRow(MonthInWords.plural(kind), of));
                }
            }
            return unlessEmpty(
                    new FigureTable(
                            "dokument",
                            "Fakturor av varje slag, kronor",
                            List.of(
                                    FigureTable.Cell.word("Slag"),
                                    FigureTable.Cell.figure("Antal"),
                                    FigureTable.Cell.word("Första numret"),
                                    FigureTable.Cell.word("Sista numret"),
                                    FigureTable.Cell.figure("Netto"),
                                    FigureTable.Cell.figure("Moms"),
                                    FigureTable.Cell.figure("Att betala")),
                            rows,
                            rows.size() < 2
                                    ? List.of()
                                    : List.of(documentRow("Summa", "", "", issuance.invoices()))));
        }

        private static FigureTable.Row documentRow(String name, List<Invoice> invoices) {
            List<String> numbers =
                    invoices.stream()
                            .flatMap(invoice -> invoice.number().stream())
                            .sorted()
                            .map(InvoiceNumber::toString)
                            .toList();
            return numbers.isEmpty()
                    ? documentRow(name, SwedishFigures.NONE, SwedishFigures.NONE, invoices)
                    : documentRow(name, numbers.get(0), numbers.get(numbers.size() - 1), invoices);
        }

        private static FigureTable.Row documentRow(
                String name, String first, String last, List<Invoice> invoices) {
            return new FigureTable.Row(
                    "",
                    name,
                    List.of(
                            FigureTable.Cell.figure(Integer.toString(invoices.size())),
                            FigureTable.Cell.word(first),
                            FigureTable.Cell.word(last),
                            FigureTable.Cell.figure(sumOf(invoices, Invoice::net).inSwedish()),
                            FigureTable.Cell.figure(sumOf(invoices, Invoice::vat).inSwedish()),
                            FigureTable.Cell.figure(
                                    sumOf(invoices, Invoice::payable).inSwedish())));
        }

        private List<Control> controls() {
            List<Control> controls =
                    ControlsInWords.of(ActChecks.of(issuance), issuance.terms().kind());
            changes.ifPresent(of -> addMonthControls(of, controls));
            return controls;
        }

        private void addMonthControls(MonthChanges of, List<Control> controls) {
            BudgetProgress progress = this.progress.orElseThrow();
            Money due = Money.ZERO;
            Money issued = Money.ZERO;
            for (BudgetProgress.Line line : progress.lines()) {
                due = due.plus(line.budgetSoFar()).minus(line.notIssued());
                issued = issued.plus(line.issuedSoFar());
            }
            controls.add(
                    Control.of(
                            "Budgeten till och med "
                                    + SwedishMonths.of(progress.through())
                                    + (progress.notIssued().isZero()
                                            ? ""
                                            : " utom det som inte är utfärdat")
                                    + ", och det som har utfärdats av den",
                            due,
                            issued));
            monthBefore.ifPresent(
                    before ->
                            controls.add(
                                    Control.of(
                                            ProofInWords.capitalised(before)
                                                    + " med förändringarna, och "
                                                    + SwedishMonths.of(issuance.terms().month()),
                                            of.before().plus(of.changed()),
                                            Money.total(
                                                    issuance.amounts().stream()
                                                            .map(Amount::money)
                                                            .toList()))));
        }

        private Optional<Party> party(PartyCode code) {
            return issuance.inputs().parties().find(code);
        }

        private String nameOf(PartyCode code) {
            return party(code).map(Party::name).orElse(code.value());
        }

        private String nameOf(String object) {
            return nameOfObject.getOrDefault(object, object);
        }

        private List<Bars> bars() {
            List<Bars> bars = new ArrayList<>();
            List<Bars.Group> objects = new ArrayList<>();
            sums.ofObject().forEach((object, sum) -> objects.add(group(nameOf(object), sum)));
            add(
                    bars,
                    "objektdiagram",
                    "Kostnad per objekt",
                    "Kronor utan moms, också det som bärs centralt. Samma siffror står i tabellen"
                            + " Per objekt.",
                    objects);
            // One that is many times as large would leave the others without a bar to be seen.
            Predicate<PartyCode> isMunicipality =
                    code ->
                            party(code)
                                    .filter(party -> party.type() == PartyType.MUNICIPALITY)
                                    .isPresent();
            String order =
                    "Kronor utan moms, den högsta kostnaden först, också det som bärs centralt."
                            + " Samma siffror står i tabellen Per part.";
            add(bars, "kommundiagram", "Kostnad för varje kommun", order, groups(isMunicipality));
            add(
                    bars,
                    "partdiagram",
                    "Kostnad för regionen och övriga parter",
                    order,
                    groups(isMunicipality.negate()));
            return bars;
        }

        private List<Bars.Group> groups(Predicate<PartyCode> counts) {
            return sums.ofParty().entrySet().stream()
                    .filter(party -> counts.test(party.getKey()))
                    .filter(party -> !party.getValue().now().isZero())
                    .sorted(
                            Comparator.comparing(
                                    (Map.Entry<PartyCode, MonthSums.Sum> party) ->
                                            party.getValue().now(),
                                    Comparator.reverseOrder()))
                    .map(party -> single(nameOf(party.getKey()), party.getValue().now()))
                    .toList();
        }

        private static Bars.Group single(String name, Money amount) {
            return new Bars.Group(name, List.of(new Bars.Value(Bars.Series.MAIN, name, amount)));
        }

        /** This month beside the one before, where there is one. */
        private Bars.Group group(String name, MonthSums.Sum sum) {
            return monthBefore
                    .map(
                            before ->
                                    new Bars.Group(
                                            name,
                                            List.of(
                                                    new Bars.Value(
                                                            Bars.Series.AGAINST,
                                                            before,
                                                            sum.before()),
                                                    new Bars.Value(
                                                            Bars.Series.MAIN,
                                                            SwedishMonths.of(
                                                                    issuance.terms().month()),
                                                            sum.now()))))
                    .orElseGet(() -> single(name, sum.now()));
        }

        private static void add(
                List<Bars> bars,
                String id,
                String title,
                String description,
                List<Bars.Group> groups) {
            if (!groups.isEmpty()) {
                bars.add(Bars.of(id, title, description, groups));
            }
        }

        private FigureTable objects() {
            List<FigureTable.Row> rows = new ArrayList<>();
            sums.ofObject()
                    .forEach((object, sum) -> rows.add(row(object + " " + nameOf(object), sum)));
            return new FigureTable(
                            "objekt",
                            "Kostnad per objekt, kronor utan moms",
                            headings("Objekt"),
                            rows,
                            List.of(row("Summa", sums.total())))
                    .sortable();
        }

        private FigureTable lines() {
            List<FigureTable.Row> rows = new ArrayList<>();
            for (BudgetLine line : issuance.inputs().budgetLines()) {
                MonthSums.Sum sum = sums.ofRow().get(line.row());
                if (sum != null) {
                    rows.add(row(line.row() + " " + line.text(), sum));
                }
            }
            return new FigureTable(
                            "rader",
                            "Kostnad per budgetrad, kronor utan moms",
                            headings("Budgetrad"),
                            rows,
                            List.of(row("Summa", sums.total())))
                    .sortable();
        }

        private List<FigureTable.Cell> headings(String name) {
            List<FigureTable.Cell> headings =
                    new ArrayList<>(
                            FigureTable.headings(name, "Faktureras", "Bärs centralt", "Summa"));
            monthBefore.ifPresent(
                    before -> {
                        headings.add(FigureTable.Cell.figure(ProofInWords.capitalised(before)));
                        headings.add(FigureTable.Cell.figure("Förändring"));
                    });
            return headings;
        }

        private FigureTable.Row row(String name, MonthSums.Sum sum) {
            return monthBefore.isEmpty()
                    ? row(name, sum.invoiced(), sum.central(), sum.now())
                    : row(
                            name,
                            sum.invoiced(),
                            sum.central(),
                            sum.now(),
                            sum.before(),
                            sum.changed());
        }

        private static FigureTable.Row row(String name, Money... amounts) {
            List<String> figures = new ArrayList<>();
            for (Money amount : amounts) {
                figures.add(amount.inSwedish());
            }
            return FigureTable.Row.ofFigures(name, figures);
        }

        private FigureTable parties() {
            List<FigureTable.Cell> headings = headings("Part");
            if (monthBefore.isPresent()) {
                headings.add(FigureTable.Cell.word("Orsaker"));
            }
            Map<PartyCode, String> targetOf = targets();
            List<FigureTable.Row> rows = new ArrayList<>();
            sums.ofParty()
                    .forEach(
                            (code, sum) ->
                                    rows.add(
                                            withCauses(
                                                            row(code + " " + nameOf(code), sum),
                                                            causes(code))
                                                    .linkedTo(targetOf.getOrDefault(code, ""))));
            return new FigureTable(
                            "parter",
                            "Kostnad per part, kronor utan moms",
                            headings,
                            rows,
                            List.of(withCauses(row("Summa", sums.total()), "")))
                    .sortable();
        }

        /** Without a month to compare with there is nothing to explain. */
        private FigureTable.Row withCauses(FigureTable.Row row, String causes) {
            return monthBefore.isEmpty() ? row : row.with(FigureTable.Cell.sentences(causes));
        }

        /** Where each party's amounts are proved; of two places the first. */
        private Map<PartyCode, String> targets() {
            Map<PartyCode, String> targetOf = new HashMap<>();
            if (proofs.isPresent()) {
                for (Invoice invoice : issuance.invoices()) {
                    targetOf.putIfAbsent(invoice.recipient().code(), Proofs.target(invoice));
                }
                sums.ofParty()
                        .forEach(
                                (code, sum) -> {
                                    if (!sum.central().isZero()) {
                                        targetOf.putIfAbsent(code, Proofs.targetOfCentral(code));
                                    }
                                });
            }
            return targetOf;
        }

        private String causes(PartyCode party) {
            List<String> causes = sums.causesOf(party);
            if (causes.size() <= MOST_CAUSES + 1) {
                return String.join("; ", causes);
            }
            return String.join("; ", causes.subList(0, MOST_CAUSES))
                    + " … och "
                    + (causes.size() - MOST_CAUSES)
                    + " till, se bladet Orsaker i sammanstallning.xlsx";
        }

        private List<InvoiceTable> invoices() {
            List<InvoiceRow> rows = new ArrayList<>();
            for (Invoice invoice : issuance.invoices()) {
                rows.add(
                        new InvoiceRow(
                                proofs.isPresent() ? Proofs.target(invoice) : "",
                                invoice.recipient().name(),
                                invoice.recipient().code().value(),
                                invoice.number()
                                        .map(InvoiceNumber::toString)
                                        .orElse(SwedishFigures.NONE),
                                invoice.kind().swedish(),
                                invoice.net().inSwedish(),
                                invoice.vat().inSwedish(),
                                invoice.payable().inSwedish(),
                                files(invoice)));
            }
            return rows.isEmpty()
                    ? List.of()
                    : List.of(
                            new InvoiceTable(
                                    rows,
                                    List.of(
                                            total(Invoice::net).inSwedish(),
                                            total(Invoice::vat).inSwedish(),
                                            total(Invoice::payable).inSwedish())));
        }

        private List<File> files(Invoice invoice) {
            List<File> files = new ArrayList<>();
            files.add(file(invoice, ".xlsx", "Excel"));
            files.add(file(invoice, ".pdf", "PDF"));
            if (invoice.delivery() == Delivery.E_INVOICE) {
                files.add(file(invoice, ".xml", "E-faktura"));
            }
            return files;
        }

        private File file(Invoice invoice, String ending, String form) {
            return new File(FileNames.ofInvoice(issuance, invoice, ending), form);
        }
    }
}
