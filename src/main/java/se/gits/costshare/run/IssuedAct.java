package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.party.PartyCode;

/**
 * An act of the budget year that was issued before a run, as far as the run needs to know.
 *
 * @param sequence its place among all acts, from 1
 * @param month as in {@link RunTerms}
 * @param party whom a credit or a new invoice was for; empty otherwise
 * @param amounts in the order they were issued; none for an act that issued nothing
 */
public record IssuedAct(
        int sequence,
        ActKind kind,
        YearMonth month,
        Optional<PartyCode> party,
        List<IssuedAmount> amounts) {

    public IssuedAct {
        amounts = AmountColumns.ofIssued(amounts);
    }

    /** What was issued of a budget line, grouped by party; of each in the order it was. */
    public List<IssuedAmount> amountsOf(String row) {
        return AmountColumns.ofLine(amounts, row);
    }

    /** What was issued of a budget line to a party, in the order it was. */
    public List<IssuedAmount> amountsOf(String row, PartyCode party) {
        return AmountColumns.ofLine(amounts, row, party);
    }

    /** An amount and the invoice it stands on; none where it is carried centrally. */
    public record IssuedAmount(Amount amount, Optional<InvoiceNumber> invoice) {}
}
