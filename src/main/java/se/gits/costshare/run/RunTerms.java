package se.gits.costshare.run;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import se.gits.costshare.invoice.InvoicePeriod;
import se.gits.costshare.party.PartyCode;

/**
 * What is asked of a run, beside its inputs.
 *
 * @param month the month to invoice, to credit or to issue anew; of a settlement the year's last
 * @param party whom a credit or a new invoice is for; empty where an act is for all parties
 * @param issueDate the invoice date
 * @param reason why earlier months are adjusted or an invoice is credited; empty where none is
 *     given
 * @param draft whether the invoices go without numbers (utkast)
 */
public record RunTerms(
        ActKind kind,
        YearMonth month,
        Optional<PartyCode> party,
        LocalDate issueDate,
        String reason,
        boolean draft) {

    public RunTerms {
        if (kind.isOfOneParty() != party.isPresent()) {
            throw new IllegalArgumentException(kind + " of party " + party);
        }
    }

    /** To issue a month to every party. */
    public static RunTerms ofMonth(YearMonth month, LocalDate issueDate, String reason) {
        return new RunTerms(ActKind.MONTH, month, Optional.empty(), issueDate, reason, false);
    }

    /** To take back what is invoiced to a party for a month. */
    public static RunTerms ofCredit(
            YearMonth month, PartyCode party, LocalDate issueDate, String reason) {
        return new RunTerms(ActKind.CREDIT, month, Optional.of(party), issueDate, reason, false);
    }

    /** To issue a month that was credited anew to its party. */
    public static RunTerms ofReissue(
            YearMonth month, PartyCode party, LocalDate issueDate, String reason) {
        return new RunTerms(ActKind.REISSUE, month, Optional.of(party), issueDate, reason, false);
    }

    /** To settle a year. */
    public static RunTerms ofSettlement(Year year, LocalDate issueDate, String reason) {
        return new RunTerms(
                ActKind.SETTLEMENT, year.atMonth(12), Optional.empty(), issueDate, reason, false);
    }

    /** The same, without numbers. */
    public RunTerms asDraft() {
        return new RunTerms(kind, month, party, issueDate, reason, true);
    }

    /** The budget year. */
    public Year year() {
        return Year.from(month);
    }

    /** What the invoices are for. */
    public InvoicePeriod period() {
        return kind == ActKind.SETTLEMENT
                ? InvoicePeriod.ofYear(year())
                : InvoicePeriod.ofMonth(month);
    }
}
