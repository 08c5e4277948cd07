package se.gits.costshare.cli;

import java.io.PrintStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.cli.FactPlaces.FactPlace;
import se.gits.costshare.explanation.Earlier;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.explanation.Way;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.invoice.VatSum;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;

/**
 * How a party's amounts came about, as a proof that can be followed with pen and paper.
 *
 * <pre>
 * Rad 1 Drift och licens, ordinarie: 64 480,94 kr (202300031)
 *   Budget 7 600 000,00 kr för 12 månader, 2023-01–2023-12. Beslut: … (budget-2023.csv rad 2)
 *   Till och med 2023-01: 1/12 har upparbetats, 633 333,33 kr
 *     VGK bär 30 % enligt nyckel 70/30. Beslut: Förvaltningsplan 2023, 4.2 (nycklar.csv rad 5)
 *       189 999,99 kr och 9/10 öre; resten är nummer 1 av 2, 1 öre blev över: 190 000,00 kr
 *     Delen efter invånare: 596 841 av 1 758 656 (folkmangd.csv rad 34)
 *       64 480,93 kr och 24328/27479 öre; resten är nummer 5 av 49, 25 öre blev över: 64 480,94 kr
 *   Summa 64 480,94 kr
 * </pre>
 */
final class ExplanationText {

    private final Messages messages;
    private final FactPlaces places;

    ExplanationText(Messages messages, FactPlaces places) {
        this.messages = messages;
        this.places = places;
    }

    /**
     * @param invoices the party's, with their sums; none where a line is asked for alone
     * @param later the folders of what was issued of the party's month afterwards
     */
    void write(
            Issuance issuance,
            PartyCode code,
            List<ExplainedLine> lines,
            List<Invoice> invoices,
            List<String> later,
            PrintStream out) {
        String name = issuance.inputs().parties().find(code).map(Party::name).orElse("");
        out.println(messages.of("explain.title", code, name, issuance.terms()));
        for (ExplainedLine line : lines) {
            out.println();
            write(line, code, out);
        }
        invoices.forEach(invoice -> write(invoice, out));
        if (!later.isEmpty()) {
            out.println();
            out.println(messages.of("explain.later", String.join(", ", later)));
        }
    }

    /** From the lines to what is to be paid. */
    private void write(Invoice invoice, PrintStream out) {
        out.println();
        out.println(
                messages.of(
                        "explain.invoice",
                        invoice.number().map(InvoiceNumber::toString).orElse(""),
                        invoice.lines().size(),
                        invoice.net()));
        for (VatSum sum : invoice.vatSums()) {
            out.println(
                    messages.of(
                            sum.rate().percent() == 0 ? "explain.noVat" : "explain.vat",
                            sum.rate().percent() == 0
                                    ? sum.rate().ground()
                                    : String.valueOf(sum.rate().percent()),
                            sum.net(),
                            sum.vat()));
        }
        if (!invoice.rounding().isZero()) {
            out.println(messages.of("explain.rounding", invoice.rounding()));
        }
        out.println(
                messages.of(
                        invoice.payable().isNegative() ? "explain.repaid" : "explain.payable",
                        invoice.payable().abs(),
                        invoice.dueDate()));
    }

    private String vat(VatRate rate) {
        return rate.percent() == 0
                ? messages.of("explain.withoutVat")
                : messages.of("explain.withVat", String.valueOf(rate.percent()));
    }

    private void write(ExplainedLine of, PartyCode code, PrintStream out) {
        Explanation explanation = of.explanation();
        out.println(
                messages.of(
                        "explain.line",
                        explanation.line().budgetRow(),
                        explanation.line().text(),
                        explanation.line().kind().swedish(),
                        explanation.line().amount(),
                        of.invoice()
                                .map(number -> number + ", " + vat(explanation.line().vat()))
                                .orElse(messages.of("explain.central"))));
        budget(explanation, out);
        if (!explanation.line().cause().isEmpty()) {
            out.println(messages.of("explain.cause", explanation.line().cause()));
        }
        explanation.due().forEach(stretch -> write(stretch, code, out));
        for (Earlier earlier : explanation.before()) {
            out.println(
                    messages.of(
                            "explain.earlier",
                            earlier.month(),
                            earlier.amount(),
                            earlier.invoice()
                                    .map(InvoiceNumber::toString)
                                    .orElse(messages.of("explain.central"))));
        }
        out.println(messages.of("explain.sum", explanation.line().amount()));
    }

    private void budget(Explanation explanation, PrintStream out) {
        BudgetLine line = explanation.budgetLine().line();
        boolean isSettled = explanation.line().kind() == LineKind.SETTLEMENT;
        out.println(
                messages.of(
                        isSettled ? "explain.outcome" : "explain.budget",
                        line.amount(),
                        line.months(),
                        line.from(),
                        line.to(),
                        line.decision(),
                        inWords(places.of(line)),
                        isSettled ? inWords(places.ofOutcome(line)) : "",
                        places.budgeted(line)));
        ServiceObject object = explanation.object();
        out.println(
                messages.of(
                        "explain.object",
                        object.code(),
                        object.name(),
                        object.decision(),
                        inWords(places.of(object))));
    }

    private void write(Stretch stretch, PartyCode code, PrintStream out) {
        boolean isWhole = stretch.segmentStart() == 1;
        out.println(
                messages.of(
                        isWhole ? "explain.accrued" : "explain.accruedInSegment",
                        stretch.to(),
                        String.valueOf(stretch.lastIndex()),
                        String.valueOf(stretch.line().line().months()),
                        stretch.costThrough(),
                        stretch.segmentFrom()));
        for (Way way : stretch.ways()) {
            write(stretch, way, code, out);
        }
        if (!stretch.isAtSegmentStart()) {
            out.println(
                    messages.of(
                            isWhole ? "explain.before" : "explain.beforeInSegment",
                            stretch.from(),
                            stretch.before(),
                            stretch.amount(),
                            stretch.segmentFrom()));
        }
    }

    private void write(Stretch stretch, Way way, PartyCode code, PrintStream out) {
        KeyShare share = way.share();
        out.println(
                messages.of(
                        "explain.share",
                        share.recipient().part(),
                        KeyShare.inPercent(share.share()),
                        stretch.line().line().keyCode(),
                        share.decision(),
                        inWords(places.of(share))));
        quota(way.through().ofRow(), way.through().rows(), out);
        if (way.through().members().size() > 1) {
            Optional<String> place = places.ofWeight(stretch, way, code).map(this::inWords);
            out.println(
                    messages.of(
                            "explain.weight",
                            inThousands(way.through().ofParty().weight()),
                            inThousands(way.through().ofParty().totalWeight()),
                            share.distribution().map(of -> of.inWords()).orElse(""),
                            place.map(of -> " (" + of + ")").orElse(""),
                            String.valueOf(way.through().members().size())));
            places.basis(stretch, way)
                    .ifPresent(
                            basis ->
                                    out.println(
                                            messages.of(
                                                    "explain.basis",
                                                    basis.referenceDate(),
                                                    basis.decision(),
                                                    InputFiles.SETTINGS)));
            quota(way.through().ofParty(), way.through().members(), out);
        }
    }

    private void quota(Apportionment.Quota<?> quota, Apportionment<?> of, PrintStream out) {
        Fraction rest = quota.remainder();
        out.println(
                messages.of(
                        rest.equals(Fraction.ZERO) ? "explain.even" : "explain.quota",
                        quota.whole(),
                        rest.numerator() + "/" + rest.denominator(),
                        String.valueOf(quota.rank()),
                        String.valueOf(of.size()),
                        String.valueOf(of.oreLeft()),
                        quota.part()));
    }

    /** With a space between thousands, as amounts have it. */
    private static String inThousands(BigInteger count) {
        return count.toString().replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00A0");
    }

    private String inWords(FactPlace place) {
        return messages.of("explain.place", place.file(), String.valueOf(place.row()));
    }
}
