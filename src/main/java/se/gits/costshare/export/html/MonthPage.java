package se.gits.costshare.export.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import se.gits.costshare.difference.MonthChanges;
import se.gits.costshare.difference.MonthChanges.Change;
import se.gits.costshare.explanation.Explanations;
import se.gits.costshare.export.ActExporter;
import se.gits.costshare.export.FileNames;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.BudgetProgress;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.ResolvedLine;

/**
 * A month, a credit or a new invoice to look at: its figures, charts, controls and changes, every
 * invoice, and how each amount came about. All of it is there without the script, which sorts,
 * searches and opens.
 */
public final class MonthPage implements ActExporter {

    private static final HtmlTemplate TEMPLATE = new HtmlTemplate("month.mustache");
    private static final String SCRIPT_HASH = PageScript.hash("month.js");

    /**
     * How many lines the page explains at most, about half a kilobyte each. A larger month would be
     * a page that no phone opens; its amounts are explained in the invoices' workbooks.
     */
    static final int MOST_EXPLAINED = 6_000;

    private static final int MOST_CAUSES = 4;

    private final int mostExplained;

    public MonthPage() {
        this(MOST_EXPLAINED);
    }

    MonthPage(int mostExplained) {
        this.mostExplained = mostExplained;
    }

    @Override
    public String fileName() {
        return "rapport.html";
    }

    @Override
    public byte[] export(Issuance issuance) {
        return new Filling(issuance, mostExplained).page();
    }

    /** A place on the page. */
    private record Place(String target, String name) {}

    /** What the template's places are filled with. What there may be none of is a list. */
    private record Content(
            String scriptHash,
            boolean isDraft,
            String title,
            String summary,
            List<String> reason,
            List<Place> places,
            FigureTable keyFigures,
            List<Control> controls,
            List<Bars> objectBars,
            List<Bars> partyBars,
            FigureTable objects,
            List<Changes> changes,
            List<InvoiceRow> invoices,
            List<String> sums,
            String proofText,
            List<PartyProof> parties,
            String footer) {}

    private record Changes(String text, List<FigureTable> table) {}

    /** A file beside the page. */
    private record File(String path, String form) {}

    /**
     * An invoice.
     *
     * @param target the place of what explains its amounts
     */
    private record InvoiceRow(
            String target,
            boolean isProved,
            String name,
            String code,
            String number,
            String kind,
            String net,
            String vat,
            String payable,
            List<File> files) {}

    private record PartyProof(String target, String name, String sum, List<LineProof> lines) {}

    private record LineProof(String heading, String amount, List<String> steps) {}

    /** One act, and the page that is made of it. */
    private static final class Filling {

        private final Issuance issuance;
        private final Optional<MonthChanges> changes;
        private final Map<String, String> nameOfObject = new HashMap<>();
        private final boolean isExplained;
        private final Map<String, Money> ofObject = new LinkedHashMap<>();
        private final Map<String, Money> invoicedOfObject = new LinkedHashMap<>();
        private final Map<PartyCode, Money> ofParty = new TreeMap<>();

        Filling(Issuance issuance, int mostExplained) {
            this.issuance = issuance;
            this.changes =
                    issuance.terms().kind() == ActKind.MONTH
                            ? Optional.of(MonthChanges.of(issuance))
                            : Optional.empty();
            long lines = issuance.invoices().stream().mapToLong(i -> i.lines().size()).sum();
            this.isExplained = lines <= mostExplained;
            for (ResolvedLine line : issuance.inputs().lines()) {
                ofObject.put(line.line().objectCode(), Money.ZERO);
                nameOfObject.putIfAbsent(
                        line.line().objectCode(),
                        line.objectAround(issuance.terms().month()).name());
            }
            for (Amount amount : issuance.amounts()) {
                ofObject.merge(amount.objectCode(), amount.money(), Money::plus);
                if (amount.isInvoiced()) {
                    invoicedOfObject.merge(amount.objectCode(), amount.money(), Money::plus);
                }
                ofParty.merge(amount.party(), amount.money(), Money::plus);
            }
            Set<String> withCost = new LinkedHashSet<>();
            issuance.amounts().forEach(amount -> withCost.add(amount.objectCode()));
            ofObject.keySet().retainAll(withCost);
        }

        byte[] page() {
            MonthInWords words = new MonthInWords(issuance);
            String reason = issuance.terms().reason();
            return TEMPLATE.fill(
                    new Content(
                            SCRIPT_HASH,
                            issuance.terms().draft(),
                            words.title(),
                            words.summary(),
                            reason.isBlank() ? List.of() : List.of(reason),
                            places(),
                            keyFigures(),
                            controls(),
                            objectBars().stream().toList(),
                            partyBars().stream().toList(),
                            objects(),
                            changes.map(this::inWords).stream().toList(),
                            invoices(),
                            List.of(
                                    issuance.invoiced().inSwedish(),
                                    total(Invoice::vat).inSwedish(),
                                    total(Invoice::payable).inSwedish()),
                            words.proofs(isExplained),
                            parties(),
                            words.footer()));
        }

        private List<Place> places() {
            List<Place> places =
                    new ArrayList<>(
                            List.of(
                                    new Place("h-nyckeltal", "Nyckeltal"),
                                    new Place("h-kontroller", "Kontroller"),
                                    new Place("h-diagram", "Diagram"),
                                    new Place("h-objekt", "Per objekt")));
            if (changes.isPresent()) {
                places.add(new Place("h-forandringar", "Förändringar"));
            }
            places.add(new Place("h-fakturor", "Fakturor"));
            places.add(new Place("h-rader", "Så har beloppen räknats fram"));
            return places;
        }

        private Money total(Function<Invoice, Money> of) {
            return Money.total(issuance.invoices().stream().map(of).toList());
        }

        private FigureTable keyFigures() {
            List<FigureTable.Row> rows = new ArrayList<>();
            rows.add(figure("Fakturerat, utan moms", issuance.invoiced()));
            rows.add(figure("Moms", total(Invoice::vat)));
            Money rounding = total(Invoice::rounding);
            if (!rounding.isZero()) {
                rows.add(figure("Öresavrundning", rounding));
            }
            rows.add(figure("Att betala", total(Invoice::payable)));
            rows.add(figure("Bärs centralt och faktureras inte", issuance.notInvoiced()));
            Money adjusted = ofKind(LineKind.ADJUSTMENT);
            if (!adjusted.isZero()) {
                rows.add(figure("Varav justeringar av tidigare månader", adjusted));
            }
            for (InvoiceKind kind : InvoiceKind.values()) {
                count(kind).ifPresent(rows::add);
            }
            return new FigureTable(
                    "nyckeltal",
                    "Utfärdandet i sammandrag, kronor",
                    FigureTable.headings("Vad", "Kronor eller antal"),
                    rows,
                    List.of());
        }

        private static FigureTable.Row figure(String name, Money amount) {
            return FigureTable.Row.ofFigures(name, List.of(amount.inSwedish()));
        }

        private Money ofKind(LineKind kind) {
            return Money.total(
                    issuance.amounts().stream()
                            .filter(amount -> amount.kind() == kind)
                            .map(Amount::money)
                            .toList());
        }

        private Optional<FigureTable.Row> count(InvoiceKind kind) {
            List<Invoice> of = issuance.invoices().stream().filter(i -> i.kind() == kind).toList();
            if (of.isEmpty()) {
                return Optional.empty();
            }
            List<InvoiceNumber> numbers =
                    of.stream().flatMap(invoice -> invoice.number().stream()).sorted().toList();
            String span =
                    numbers.isEmpty()
                            ? ""
                            : numbers.size() == 1
                                    ? ", " + numbers.get(0)
                                    : ", " + numbers.get(0) + "–" + numbers.get(numbers.size() - 1);
            return Optional.of(
                    FigureTable.Row.ofFigures(
                            MonthInWords.plural(kind) + span,
                            List.of(Integer.toString(of.size()))));
        }

        /** Each sum is made of what the other is not. */
        private List<Control> controls() {
            Money allocated = Money.total(issuance.amounts().stream().map(Amount::money).toList());
            Money lines =
                    Money.total(
                            issuance.invoices().stream()
                                    .flatMap(invoice -> invoice.lines().stream())
                                    .map(InvoiceLine::amount)
                                    .toList());
            List<Control> controls = new ArrayList<>();
            controls.add(
                    Control.of(
                            "Fakturerat och centralt buret är allt som är fördelat",
                            lines.plus(issuance.notInvoiced()),
                            allocated));
            controls.add(
                    Control.of(
                            "Netto, moms och öresavrundning är det som ska betalas",
                            lines.plus(total(Invoice::vat)).plus(total(Invoice::rounding)),
                            total(Invoice::payable)));
            if (changes.isPresent()) {
                addMonthControls(controls, allocated);
            }
            return controls;
        }

        private void addMonthControls(List<Control> controls, Money allocated) {
            controls.add(
                    0,
                    Control.of(
                            "Månadens kostnad enligt budgeten är parternas delar",
                            Money.total(
                                    issuance.inputs().linesIn(issuance.terms().month()).stream()
                                            .map(line -> line.costOf(issuance.terms().month()))
                                            .toList()),
                            ofKind(LineKind.ORDINARY)));
            BudgetProgress progress = BudgetProgress.of(issuance);
            Money due = Money.ZERO;
            Money issued = Money.ZERO;
            for (BudgetProgress.Line line : progress.lines()) {
                due = due.plus(line.budgetSoFar()).minus(line.notIssued());
                issued = issued.plus(line.issuedSoFar());
            }
            controls.add(
                    Control.of(
                            "Budgeten till och med "
                                    + progress.through()
                                    + " är det som har utfärdats",
                            due,
                            issued));
            changes.filter(of -> of.earlier().isPresent())
                    .ifPresent(
                            of ->
                                    controls.add(
                                            Control.of(
                                                    of.earlier().orElseThrow()
                                                            + " och förändringarna är månaden",
                                                    of.before().plus(of.changed()),
                                                    allocated)));
        }

        private String nameOf(PartyCode code) {
            return issuance.inputs().parties().find(code).map(Party::name).orElse(code.value());
        }

        private Optional<Bars> objectBars() {
            List<Bars.Group> groups = new ArrayList<>();
            ofObject.forEach(
                    (object, cost) ->
                            groups.add(bar(nameOfObject.getOrDefault(object, object), cost)));
            return bars(
                    "objektdiagram",
                    "Kostnad per objekt",
                    "Kronor utan moms, också det som bärs centralt. Samma siffror står i tabellen"
                            + " Per objekt.",
                    groups);
        }

        private Optional<Bars> partyBars() {
            List<Bars.Group> groups =
                    ofParty.entrySet().stream()
                            .sorted(
                                    Map.Entry.<PartyCode, Money>comparingByValue(
                                            Comparator.reverseOrder()))
                            .map(party -> bar(nameOf(party.getKey()), party.getValue()))
                            .toList();
            return bars(
                    "partdiagram",
                    "Kostnad per part",
                    "Kronor utan moms, den högsta kostnaden först, också det som bärs centralt."
                            + " Fakturorna står i tabellen Fakturor.",
                    groups);
        }

        private static Bars.Group bar(String name, Money amount) {
            return new Bars.Group(name, List.of(new Bars.Value(Bars.Series.MAIN, name, amount)));
        }

        private static Optional<Bars> bars(
                String id, String title, String description, List<Bars.Group> groups) {
            return groups.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Bars.of(id, title, description, groups));
        }

        private FigureTable objects() {
            List<FigureTable.Row> rows = new ArrayList<>();
            ofObject.forEach(
                    (object, cost) -> {
                        Money invoiced = invoicedOfObject.getOrDefault(object, Money.ZERO);
                        rows.add(
                                row(
                                        object + " " + nameOfObject.getOrDefault(object, object),
                                        invoiced,
                                        cost.minus(invoiced),
                                        cost));
                    });
            Money all = Money.total(ofObject.values());
            Money invoiced = Money.total(invoicedOfObject.values());
            return new FigureTable(
                    "objekt",
                    "Kostnad per objekt, kronor utan moms",
                    FigureTable.headings("Objekt", "Faktureras", "Bärs centralt", "Summa"),
                    rows,
                    List.of(row("Summa", invoiced, all.minus(invoiced), all)));
        }

        private static FigureTable.Row row(String name, Money... amounts) {
            List<String> figures = new ArrayList<>();
            for (Money amount : amounts) {
                figures.add(amount.inSwedish());
            }
            return FigureTable.Row.ofFigures(name, figures);
        }

        private static Changes nothingToCompareWith() {
            return new Changes(
                    "Ingen tidigare månad i året är utfärdad, så det finns ingenting att jämföra"
                            + " med.",
                    List.of());
        }

        private Changes inWords(MonthChanges of) {
            if (of.earlier().isEmpty()) {
                return nothingToCompareWith();
            }
            Map<PartyCode, List<Change>> ofParties = new TreeMap<>();
            for (Change change : of.changes()) {
                ofParties.computeIfAbsent(change.party(), p -> new ArrayList<>()).add(change);
            }
            return new Changes(
                    "Det som skiljer mot "
                            + SwedishMonths.of(of.earlier().get())
                            + ", med orsakerna. Varje rad för sig står på bladet Förändringar i"
                            + " sammanställningen.",
                    List.of(changeTable(ofParties)));
        }

        private FigureTable changeTable(Map<PartyCode, List<Change>> ofParties) {
            List<FigureTable.Row> rows = new ArrayList<>();
            Money sum = Money.ZERO;
            for (Map.Entry<PartyCode, List<Change>> of : ofParties.entrySet()) {
                Money change = Money.total(of.getValue().stream().map(Change::difference).toList());
                sum = sum.plus(change);
                rows.add(
                        new FigureTable.Row(
                                "",
                                of.getKey() + " " + nameOf(of.getKey()),
                                List.of(
                                        FigureTable.Cell.figure(change.inSwedish()),
                                        FigureTable.Cell.word(causes(of.getValue())))));
            }
            return new FigureTable(
                    "forandringar",
                    "Förändring per part mot månaden före, kronor utan moms",
                    List.of(
                            FigureTable.Cell.word("Part"),
                            FigureTable.Cell.figure("Förändring"),
                            FigureTable.Cell.word("Orsaker")),
                    rows,
                    List.of(
                            new FigureTable.Row(
                                    "",
                                    "Summa",
                                    List.of(
                                            FigureTable.Cell.figure(sum.inSwedish()),
                                            FigureTable.Cell.word("")))));
        }

        private static String causes(List<Change> changes) {
            Set<String> causes = new LinkedHashSet<>();
            changes.forEach(change -> causes.addAll(change.causes()));
            List<String> shown = causes.stream().limit(MOST_CAUSES).toList();
            return String.join("; ", shown)
                    + (causes.size() > shown.size()
                            ? " … och " + (causes.size() - shown.size()) + " till"
                            : "");
        }

        private List<InvoiceRow> invoices() {
            List<InvoiceRow> rows = new ArrayList<>();
            for (Invoice invoice : issuance.invoices()) {
                rows.add(
                        new InvoiceRow(
                                target(invoice),
                                isExplained,
                                invoice.recipient().name(),
                                invoice.recipient().code().value(),
                                invoice.number().map(InvoiceNumber::toString).orElse("–"),
                                invoice.kind().swedish(),
                                invoice.net().inSwedish(),
                                invoice.vat().inSwedish(),
                                invoice.payable().inSwedish(),
                                List.of(
                                        file(invoice, ".xlsx", "Excel"),
                                        file(invoice, ".pdf", "PDF"))));
            }
            return rows;
        }

        private File file(Invoice invoice, String ending, String form) {
            return new File(FileNames.ofInvoice(issuance, invoice, ending), form);
        }

        /** A party may have an invoice within the organisation and one outside it. */
        private static String target(Invoice invoice) {
            return "part-" + invoice.recipient().code() + (invoice.isInternal() ? "-intern" : "");
        }

        private List<PartyProof> parties() {
            if (!isExplained) {
                return List.of();
            }
            Explanations explanations = Explanations.of(issuance);
            List<PartyProof> proofs = new ArrayList<>();
            for (Invoice invoice : issuance.invoices()) {
                List<LineProof> lines = new ArrayList<>();
                for (InvoiceLine line : invoice.lines()) {
                    lines.add(
                            new LineProof(
                                    "Rad "
                                            + line.budgetRow()
                                            + " "
                                            + line.text()
                                            + (line.kind() == LineKind.ORDINARY
                                                    ? ""
                                                    : ", " + line.kind().swedish()),
                                    SwedishFigures.kronor(line.amount()),
                                    ProofInWords.of(explanations.of(invoice, line))));
                }
                proofs.add(
                        new PartyProof(
                                target(invoice),
                                invoice.recipient().code() + " " + invoice.recipient().name(),
                                SwedishFigures.kronor(invoice.net()),
                                lines));
            }
            return proofs;
        }
    }
}
