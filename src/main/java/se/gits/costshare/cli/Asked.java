package se.gits.costshare.cli;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.RunTerms;

/**
 * What a run is asked to issue, or to show.
 *
 * @param month of a settlement the year's last
 * @param date the invoice date, where one is given
 */
record Asked(
        ActKind kind,
        YearMonth month,
        Optional<PartyCode> party,
        Optional<LocalDate> date,
        String reason) {

    Year year() {
        return Year.from(month);
    }

    /** With the date that is given, or that of today. */
    RunTerms terms(Gits gits) {
        LocalDate issueDate = date.orElseGet(() -> LocalDate.now(gits.clock));
        return new RunTerms(kind, month, party, issueDate, reason, false);
    }
}
