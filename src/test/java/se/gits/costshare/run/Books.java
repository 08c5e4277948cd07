package se.gits.costshare.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issued.IssuedAmount;
import se.gits.costshare.run.Issued.SeriesEnd;

/** Issues month after month in memory, as the register would remember it. */
final class Books {

    private final List<IssuedAmount> amounts = new ArrayList<>();
    private final Map<InvoiceSeries, SeriesEnd> ends = new HashMap<>();
    private final List<Issuance> months = new ArrayList<>();

    Issued issued() {
        SortedSet<YearMonth> issued = new TreeSet<>();
        months.forEach(month -> issued.add(month.terms().month()));
        return new Issued(issued, amounts, ends, "");
    }

    List<Issuance> months() {
        return months;
    }

    Issuance issue(YearMonth month, Inputs inputs) {
        return issue(new RunTerms(month, LocalDate.of(2023, 12, 31), "skäl", false), inputs);
    }

    Issuance issue(RunTerms terms, Inputs inputs) {
        Issuance issuance = IssuingRun.calculate(terms, inputs, issued());
        Map<PartyCode, InvoiceNumber> numberOf = new HashMap<>();
        for (Invoice invoice : issuance.invoices()) {
            InvoiceNumber number = invoice.number().orElseThrow();
            numberOf.put(invoice.recipient().code(), number);
            ends.put(number.series(), new SeriesEnd(number, invoice.issueDate()));
        }
        for (Amount amount : issuance.amounts()) {
            amounts.add(
                    new IssuedAmount(
                            amount,
                            amount.isInvoiced()
                                    ? Optional.ofNullable(numberOf.get(amount.party()))
                                    : Optional.empty()));
        }
        months.add(issuance);
        return issuance;
    }

    /** What was issued of a line to a party, all acts together. */
    Map<String, Money> totals() {
        Map<String, Money> totals = new HashMap<>();
        for (IssuedAmount issued : amounts) {
            totals.merge(
                    issued.amount().row() + " " + issued.amount().party(),
                    issued.amount().money(),
                    Money::plus);
        }
        totals.values().removeIf(Money::isZero);
        return totals;
    }
}
