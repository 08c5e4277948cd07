package se.gits.costshare.export.html;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.export.ActExporter;
import se.gits.costshare.export.ProgressInWords;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Bearer;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.run.ActChecks;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Reconciliation;
import se.gits.costshare.run.Reconciliation.Balance;
import se.gits.costshare.run.Reconciliation.Entry;
import se.gits.costshare.run.ResolvedLine;
import se.gits.costshare.simulation.SimulationText;

/**
 * A settlement to look at: what the year cost against what was budgeted and issued, and what each
 * party gets back or pays. Amounts are kronor for the year without VAT.
 */
public final class SettlementPage implements ActExporter {

    private static final HtmlTemplate TEMPLATE = new HtmlTemplate("settlement.mustache");

    private static final SimulationText TEXT = new SimulationText(Locale.forLanguageTag("sv"));

    private static final String OUTCOME = "Utfall";
    private static final String BEFORE = "Tidigare fakturerat";
    private static final String SETTLEMENT = "Avräkning";

    @Override
    public String fileName() {
        return "rapport.html";
    }

    @Override
    public void export(Issuance issuance, OutputStream out) throws IOException {
        out.write(new Filling(issuance).page());
    }

    /**
     * What the template's places are filled with, in its order. What there may be none of is a
     * list, since the library takes an empty {@code Optional} for something.
     */
    private record Content(
            String policy,
            String year,
            boolean isDraft,
            String summary,
            String movements,
            List<String> unissued,
            List<String> reason,
            FigureTable bearers,
            Bars objectBars,
            List<Bars> lineBars,
            List<Bars> municipalityBars,
            FigureTable objects,
            FigureTable lines,
            FigureTable parties,
            List<FigureTable> deliveries,
            List<Detail> details,
            List<Control> controls,
            String issueDate) {}

    /** A party's part of each line, opened at the reader's wish. */
    private record Detail(String name, String change, FigureTable table) {}

    /** What was budgeted, and what it came to. */
    private record Cost(Money budget, Balance balance) {

        static final Cost NOTHING = new Cost(Money.ZERO, Balance.NOTHING);

        Cost plus(Cost other) {
            return new Cost(budget.plus(other.budget), balance.plus(other.balance));
        }
    }

    /** One settlement, and the page that is made of it. */
    private static final class Filling {

        private final Issuance issuance;
        private final List<Entry> entries;
        private final Map<String, Cost> costOfRow = new LinkedHashMap<>();
        private final Map<String, Cost> costOfObject = new LinkedHashMap<>();
        private final Map<String, String> nameOfObject = new LinkedHashMap<>();
        private final Map<PartyCode, List<Entry>> entriesOfParty = new TreeMap<>();
        private final Cost total;

        Filling(Issuance issuance) {
            this.issuance = issuance;
            Reconciliation reconciliation = Reconciliation.of(issuance);
            entries = reconciliation.entries();
            for (ResolvedLine resolved : issuance.inputs().lines()) {
                BudgetLine line = resolved.line();
                Cost cost = new Cost(line.amount(), reconciliation.of(line.row()));
                costOfRow.put(line.row(), cost);
                costOfObject.merge(line.objectCode(), cost, Cost::plus);
                nameOfObject.put(
                        line.objectCode(), resolved.objectAround(issuance.terms().month()).name());
            }
            for (Entry entry : entries) {
                entriesOfParty
                        .computeIfAbsent(entry.party(), party -> new ArrayList<>())
                        .add(entry);
            }
            total = costOfRow.values().stream().reduce(Cost.NOTHING, Cost::plus);
        }

        byte[] page() {
            SettlementInWords words = new SettlementInWords(issuance);
            String reason = issuance.terms().reason();
            return TEMPLATE.fill(
                    new Content(
                            PagePolicy.withoutScript(),
                            issuance.terms().year().toString(),
                            issuance.terms().draft(),
                            words.summary(total.budget()),
                            words.movements(),
                            Stream.of(ProgressInWords.neverIssued(issuance))
                                    .filter(text -> !text.isEmpty())
                                    .toList(),
                            reason.isBlank() ? List.of() : List.of(reason),
                            bearers(),
                            objectBars(),
                            lineBars().stream().toList(),
                            municipalityBars().stream().toList(),
                            objects(),
                            lines(),
                            parties(),
                            DeliveryTable.of(issuance),
                            details(),
                            controls(),
                            issuance.terms().issueDate().toString()));
        }

        private FigureTable bearers() {
            Map<Bearer, Balance> ofBearer = new EnumMap<>(Bearer.class);
            for (Entry entry : entries) {
                Bearer bearer = party(entry.party()).map(Bearer::of).orElse(Bearer.CENTRAL);
                ofBearer.merge(bearer, entry.balance(), Balance::plus);
            }
            List<FigureTable.Row> rows = new ArrayList<>();
            ofBearer.forEach((bearer, balance) -> rows.add(row(TEXT.of(bearer), balance)));
            return new FigureTable(
                    "betalare",
                    "Avräkning per slag av betalare, kronor utan moms",
                    FigureTable.headings("Betalare", "Andel av utfallet", BEFORE, SETTLEMENT),
                    rows,
                    List.of(row("Summa", total.balance())));
        }

        private Bars objectBars() {
            List<Bars.Group> groups = new ArrayList<>();
            costOfObject.forEach(
                    (object, cost) ->
                            groups.add(
                                    new Bars.Group(
                                            nameOf(object),
                                            List.of(
                                                    new Bars.Value(
                                                            Bars.Series.BESIDE,
                                                            "Budget",
                                                            cost.budget()),
                                                    new Bars.Value(
                                                            Bars.Series.AGAINST,
                                                            BEFORE,
                                                            cost.balance().before()),
                                                    new Bars.Value(
                                                            Bars.Series.MAIN,
                                                            OUTCOME,
                                                            cost.balance().due())))));
            return Bars.of(
                    "objektdiagram",
                    "Budget, tidigare fakturerat och utfall per objekt",
                    "Kronor utan moms. Samma siffror står i tabellen Per objekt.",
                    groups);
        }

        /** The lines that have something to settle. */
        private Optional<Bars> lineBars() {
            List<Bars.Group> groups = new ArrayList<>();
            for (BudgetLine line : issuance.inputs().budgetLines()) {
                Money settlement = costOfRow.get(line.row()).balance().now();
                if (!settlement.isZero()) {
                    groups.add(single(nameOf(line), settlement));
                }
            }
            return chart(
                    "raddiagram",
                    "Avräkning per budgetrad",
                    "Kronor utan moms, de rader som har något att avräkna. Åt vänster där raden"
                            + " kostade mindre än vad som är fakturerat. Samma siffror står i"
                            + " tabellen Per budgetrad.",
                    groups);
        }

        /** None where there is nothing to draw. */
        private static Optional<Bars> chart(
                String id, String title, String description, List<Bars.Group> groups) {
            return groups.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Bars.of(id, title, description, groups));
        }

        /** The region's is so much larger that no other bar would be seen beside it. */
        private Optional<Bars> municipalityBars() {
            List<Bars.Group> groups = new ArrayList<>();
            entriesOfParty.forEach(
                    (code, ofParty) ->
                            party(code)
                                    .filter(party -> party.type() == PartyType.MUNICIPALITY)
                                    .ifPresent(
                                            party ->
                                                    groups.add(
                                                            single(
                                                                    party.name(),
                                                                    sum(ofParty).now()))));
            return chart(
                    "kommundiagram",
                    "Avräkning för varje kommun",
                    "Kronor utan moms. Åt vänster är pengar tillbaka. Samma siffror står i tabellen"
                            + " Per part.",
                    groups);
        }

        private static Bars.Group single(String label, Money amount) {
            return new Bars.Group(
                    label, List.of(new Bars.Value(Bars.Series.MAIN, SETTLEMENT, amount)));
        }

        private FigureTable objects() {
            List<FigureTable.Row> rows = new ArrayList<>();
            costOfObject.forEach((object, cost) -> rows.add(row(nameOf(object), cost)));
            return costs("objekt", "objekt", "Objekt", rows);
        }

        private FigureTable lines() {
            return costs(
                    "rader",
                    "budgetrad",
                    "Budgetrad",
                    issuance.inputs().budgetLines().stream()
                            .map(line -> row(nameOf(line), costOfRow.get(line.row())))
                            .toList());
        }

        private FigureTable costs(
                String id, String what, String heading, List<FigureTable.Row> rows) {
            return new FigureTable(
                    id,
                    "Utfall och avräkning per " + what + ", kronor utan moms",
                    FigureTable.headings(heading, "Budget", OUTCOME, BEFORE, SETTLEMENT),
                    rows,
                    List.of(row("Summa", total)));
        }

        private FigureTable parties() {
            // A party that is invoiced in another way than it was has two.
            Map<PartyCode, List<Invoice>> invoicesOf = new TreeMap<>();
            for (Invoice invoice : issuance.invoices()) {
                invoicesOf
                        .computeIfAbsent(invoice.recipient().code(), party -> new ArrayList<>())
                        .add(invoice);
            }
            List<FigureTable.Row> rows = new ArrayList<>();
            entriesOfParty.forEach(
                    (party, ofParty) ->
                            rows.add(
                                    partyRow(
                                                    nameOf(party),
                                                    sum(ofParty),
                                                    invoicesOf.getOrDefault(party, List.of()))
                                            .linkedTo(idOf(party))));
            return new FigureTable(
                    "parter",
                    "Avräkning per part, kronor utan moms utom i den sista kolumnen; minus är"
                            + " pengar tillbaka",
                    List.of(
                            FigureTable.Cell.word("Part"),
                            FigureTable.Cell.figure("Andel av utfallet"),
                            FigureTable.Cell.figure(BEFORE),
                            FigureTable.Cell.figure(SETTLEMENT),
                            FigureTable.Cell.word("Fakturanummer"),
                            FigureTable.Cell.figure("Att betala med moms")),
                    rows,
                    List.of(
                            withInvoice(
                                    row("Summa", total.balance()),
                                    "",
                                    sumOf(issuance.invoices(), Invoice::payable).inSwedish())));
        }

        private static FigureTable.Row partyRow(
                String name, Balance balance, List<Invoice> invoices) {
            if (invoices.isEmpty()) {
                return withInvoice(row(name, balance), SwedishFigures.NONE, SwedishFigures.NONE);
            }
            return withInvoice(
                    row(name, balance),
                    invoices.stream()
                            .map(SettlementPage::numberOf)
                            .collect(Collectors.joining(", ")),
                    sumOf(invoices, Invoice::payable).inSwedish());
        }

        private static FigureTable.Row withInvoice(
                FigureTable.Row row, String invoice, String payable) {
            List<FigureTable.Cell> cells = new ArrayList<>(row.cells());
            cells.add(FigureTable.Cell.word(invoice));
            cells.add(FigureTable.Cell.figure(payable));
            return new FigureTable.Row(row.target(), row.name(), cells);
        }

        private List<Detail> details() {
            List<Detail> details = new ArrayList<>();
            entriesOfParty.forEach(
                    (party, ofParty) -> {
                        Balance sum = sum(ofParty);
                        FigureTable table =
                                new FigureTable(
                                        idOf(party),
                                        nameOf(party) + " per budgetrad, kronor utan moms",
                                        FigureTable.headings(
                                                "Budgetrad",
                                                "Andel av utfallet",
                                                BEFORE,
                                                SETTLEMENT),
                                        ofParty.stream()
                                                .map(
                                                        entry ->
                                                                row(
                                                                        nameOf(entry.line().line()),
                                                                        entry.balance()))
                                                .toList(),
                                        ofParty.size() == 1
                                                ? List.of()
                                                : List.of(row("Summa", sum)));
                        details.add(
                                new Detail(
                                        nameOf(party),
                                        "avräkning " + SwedishFigures.kronor(sum.now()),
                                        table));
                    });
            return details;
        }

        private List<Control> controls() {
            Money outcome = issuance.inputs().outcome().orElseThrow().total();
            Balance balance = total.balance();
            Balance ofParties = sum(entries);
            List<Control> controls = new ArrayList<>();
            controls.add(
                    Control.of(
                            "Utfallet i underlaget och parternas andelar av det",
                            outcome,
                            ofParties.due()));
            controls.add(
                    Control.of(
                            "Avräkningen per budgetrad och per part",
                            balance.now(),
                            ofParties.now()));
            controls.addAll(ControlsInWords.of(ActChecks.of(issuance), ActKind.SETTLEMENT));
            return controls;
        }

        private static FigureTable.Row row(String name, Balance balance) {
            return FigureTable.Row.ofFigures(
                    name,
                    List.of(
                            balance.due().inSwedish(),
                            balance.before().inSwedish(),
                            balance.now().inSwedish()));
        }

        private static FigureTable.Row row(String name, Cost cost) {
            return FigureTable.Row.ofFigures(
                    name,
                    List.of(
                            cost.budget().inSwedish(),
                            cost.balance().due().inSwedish(),
                            cost.balance().before().inSwedish(),
                            cost.balance().now().inSwedish()));
        }

        private static Balance sum(List<Entry> entries) {
            return entries.stream().map(Entry::balance).reduce(Balance.NOTHING, Balance::plus);
        }

        private static Money sumOf(List<Invoice> invoices, Function<Invoice, Money> part) {
            return Money.total(invoices.stream().map(part));
        }

        private Optional<Party> party(PartyCode code) {
            return issuance.inputs().parties().find(code);
        }

        private String nameOf(PartyCode code) {
            return code + party(code).map(party -> " " + party.name()).orElse("");
        }

        private String nameOf(String object) {
            String name = nameOfObject.get(object);
            return name.equals(object) ? object : object + " " + name;
        }

        private static String nameOf(BudgetLine line) {
            return line.row() + " " + line.text();
        }

        private static String idOf(PartyCode party) {
            return "part-" + party;
        }
    }

    private static String numberOf(Invoice invoice) {
        return invoice.number().map(InvoiceNumber::toString).orElse("utkast");
    }
}
