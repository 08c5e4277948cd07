package se.gits.costshare.export.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.Explanations;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.invoice.VatSum;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;

/** How every amount of an act came about, for {@code proofs.mustache}. */
final class Proofs {

    private final Issuance issuance;
    private final SharedProofs shared;
    private final Map<String, String> targetOfRow = new HashMap<>();
    private final List<PartyProof> parties = new ArrayList<>();

    /**
     * An invoice, or what is carried centrally for a party.
     *
     * @param target its name within the page
     * @param facts what else stands on the invoice
     */
    record PartyProof(
            String target, String name, String sum, List<String> facts, List<LineProof> lines) {}

    /**
     * A line of it.
     *
     * @param about its key and VAT, and what an adjustment concerns
     */
    record LineProof(String name, String about, String amount, List<ProofInWords.Step> steps) {}

    Proofs(Issuance issuance) {
        this.issuance = issuance;
        issuance.inputs()
                .budgetLines()
                .forEach(line -> targetOfRow.put(line.row(), "rad-" + (targetOfRow.size() + 1)));
        this.shared = new SharedProofs(issuance.inputs(), targetOfRow);
        Explanations explanations = Explanations.of(issuance);
        for (Invoice invoice : issuance.invoices()) {
            List<LineProof> lines = new ArrayList<>();
            for (InvoiceLine line : invoice.lines()) {
                lines.add(prove(explanations.of(invoice, line)));
            }
            parties.add(
                    new PartyProof(
                            target(invoice),
                            invoice.recipient().code()
                                    + " "
                                    + invoice.recipient().name()
                                    + invoice.number().map(number -> ", " + number).orElse(""),
                            SwedishFigures.kronor(invoice.net()),
                            List.of(facts(invoice)),
                            lines));
        }
        explanations.ofCentral().forEach(this::addCentral);
    }

    /** The name within the page of an invoice's proof; a party may have two of different kinds. */
    static String target(Invoice invoice) {
        return "part-" + invoice.recipient().code() + (invoice.isInternal() ? "-intern" : "");
    }

    /** The name within the page of the proof of what is carried centrally for a party. */
    static String targetOfCentral(PartyCode party) {
        return "part-" + party + "-centralt";
    }

    private void addCentral(PartyCode party, List<Explanation> explanations) {
        Money sum = Money.total(explanations.stream().map(of -> of.line().amount()));
        parties.add(
                new PartyProof(
                        targetOfCentral(party),
                        party
                                + " "
                                + issuance.inputs()
                                        .parties()
                                        .find(party)
                                        .map(Party::name)
                                        .orElse("")
                                + ", bärs centralt",
                        SwedishFigures.kronor(sum),
                        List.of(),
                        explanations.stream().map(this::prove).toList()));
    }

    private LineProof prove(Explanation explanation) {
        shared.add(explanation);
        InvoiceLine line = explanation.line();
        return new LineProof(
                line.budgetRow() + " " + line.text(),
                about(line),
                SwedishFigures.kronor(line.amount()),
                ProofInWords.of(explanation, targetOfRow));
    }

    private static String about(InvoiceLine line) {
        return "nyckel "
                + line.keyCode()
                + ", "
                + inWords(line.vat())
                + (line.kind() == LineKind.ORDINARY ? "" : ", " + line.kind().swedish())
                + (line.concernsMonths().isEmpty()
                        ? ""
                        : " av " + SwedishMonths.of(line.concernsMonths()));
    }

    private static String inWords(VatRate rate) {
        return rate.percent() == 0
                ? "utan moms (" + rate.ground() + ")"
                : "moms " + rate.percent() + " %";
    }

    /** Dates, reference and VAT of an invoice, in sentences. */
    private static String facts(Invoice invoice) {
        String reference = invoice.paymentReference();
        Money rounding = invoice.rounding();
        return invoice.kind().heading()
                + invoice.number().map(number -> " " + number).orElse("")
                + ", "
                + invoice.issueDate()
                + ", förfaller "
                + invoice.dueDate()
                + (reference.isEmpty() ? "" : ", OCR " + reference)
                + numbers(", avser ", invoice.concernsInvoices())
                + numbers(", följer på ", invoice.follows())
                + ". Netto "
                + invoice.vatSums().stream()
                        .map(Proofs::inWords)
                        .collect(Collectors.joining(", och "))
                + (rounding.isZero() ? "" : ", öresavrundning " + SwedishFigures.kronor(rounding))
                + ". Att betala "
                + SwedishFigures.kronor(invoice.payable())
                + ".";
    }

    private static String numbers(String before, SortedSet<InvoiceNumber> numbers) {
        return numbers.isEmpty()
                ? ""
                : before
                        + numbers.stream()
                                .map(InvoiceNumber::toString)
                                .collect(Collectors.joining(", "));
    }

    private static String inWords(VatSum sum) {
        return SwedishFigures.kronor(sum.net())
                + " "
                + (sum.rate().percent() == 0
                        ? inWords(sum.rate())
                        : "med " + inWords(sum.rate()) + ", " + SwedishFigures.kronor(sum.vat()));
    }

    /** The invoices in their order, then what is carried centrally. */
    List<PartyProof> parties() {
        return parties;
    }

    /**
     * What the parties' proofs have in common.
     *
     * @param sums what the act comes to
     */
    List<SharedProofs.LineFacts> lines(MonthSums sums) {
        Map<String, Money> costOfRow = new HashMap<>();
        sums.ofRow().forEach((row, sum) -> costOfRow.put(row, sum.now()));
        return shared.facts(costOfRow);
    }

    /** Where a budget row's facts stand on the page. */
    String targetOf(String row) {
        return targetOfRow.get(row);
    }
}
