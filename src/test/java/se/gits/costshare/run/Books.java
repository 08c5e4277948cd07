package se.gits.costshare.run;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import se.gits.costshare.difference.ChangedInputs;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issued.SeriesEnd;
import se.gits.costshare.run.IssuedAct.IssuedAmount;

/** Issues act after act in memory, as the register would remember it. */
public final class Books {

    private static final LocalDate LAST_DAY = LocalDate.of(2023, 12, 31);

    private final List<IssuedAct> acts = new ArrayList<>();
    private final Map<InvoiceSeries, SeriesEnd> ends = new HashMap<>();
    private final List<Issuance> issuances = new ArrayList<>();

    public Issued issued() {
        return new Issued(acts, ends, "");
    }

    public List<Issuance> issuances() {
        return issuances;
    }

    /** What a month's act issued. */
    public Issuance monthOf(YearMonth month) {
        return issuances.stream()
                .filter(issuance -> issuance.terms().kind() == ActKind.MONTH)
                .filter(issuance -> issuance.terms().month().equals(month))
                .findFirst()
                .orElseThrow();
    }

    public Issuance issue(YearMonth month, Inputs inputs) {
        return issue(RunTerms.ofMonth(month, LAST_DAY, "skäl"), inputs);
    }

    public Issuance credit(YearMonth month, String party, Inputs inputs) {
        return issue(RunTerms.ofCredit(month, new PartyCode(party), LAST_DAY, "skäl"), inputs);
    }

    public Issuance reissue(YearMonth month, String party, Inputs inputs) {
        return issue(RunTerms.ofReissue(month, new PartyCode(party), LAST_DAY, ""), inputs);
    }

    /**
     * @param inputs with the year's outcome
     */
    public Issuance settle(Inputs inputs) {
        return issue(RunTerms.ofSettlement(Year.of(2023), LAST_DAY, ""), inputs);
    }

    public Issuance issue(RunTerms terms, Inputs inputs) {
        Issued before = issued();
        Causes causes =
                new ChangedInputs(
                        inputs,
                        (party, month) ->
                                before.lastWord(party, month)
                                        .map(act -> issuances.get(act.sequence() - 1).inputs()),
                        sequence -> issuances.get(sequence - 1).inputs());
        Issuance issuance = IssuingRun.calculate(terms, inputs, before, causes);
        for (Invoice invoice : issuance.invoices()) {
            InvoiceNumber number = invoice.number().orElseThrow();
            ends.put(number.series(), new SeriesEnd(number, invoice.issueDate()));
        }
        acts.add(
                new IssuedAct(
                        acts.size() + 1,
                        terms.kind(),
                        terms.month(),
                        terms.party(),
                        issuance.issuedAmounts()));
        issuances.add(issuance);
        return issuance;
    }

    /** Lets a random year happen in these books. */
    public RandomYear.Office office() {
        return office(issuance -> {});
    }

    /**
     * Lets a random year happen in these books.
     *
     * @param afterMonth is told each month's issuance, once it is issued
     */
    public RandomYear.Office office(Consumer<Issuance> afterMonth) {
        return new RandomYear.Office() {
            @Override
            public void issue(YearMonth month, SmallInput input) {
                afterMonth.accept(Books.this.issue(month, input.inputs()));
            }

            @Override
            public boolean credit(YearMonth month, String party, SmallInput input) {
                try {
                    Books.this.credit(month, party, input.inputs());
                    return true;
                } catch (RunRefused refused) {
                    boolean nothingToCredit =
                            refused.cause() == RunRefused.Cause.NOTHING_INVOICED
                                    || refused.cause() == RunRefused.Cause.CREDITED_ALREADY;
                    if (!nothingToCredit) {
                        throw refused;
                    }
                    return false;
                }
            }

            @Override
            public void reissue(YearMonth month, String party, SmallInput input) {
                Books.this.reissue(month, party, input.inputs());
            }

            @Override
            public void settle(SmallInput input) {
                Books.this.settle(input.inputsForSettlement());
            }
        };
    }

    /** What was issued of a line to a party, all acts together. */
    public Map<String, Money> totals() {
        Map<String, Money> totals = new HashMap<>();
        issued().amounts()
                .map(IssuedAmount::amount)
                .forEach(
                        amount ->
                                totals.merge(
                                        amount.row() + " " + amount.party(),
                                        amount.money(),
                                        Money::plus));
        totals.values().removeIf(Money::isZero);
        return totals;
    }
}
