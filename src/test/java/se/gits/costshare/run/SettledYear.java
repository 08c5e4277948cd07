package se.gits.costshare.run;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** The year of a small input, invoiced month by month and then settled. */
public final class SettledYear {

    public static final Year YEAR = Year.of(2023);

    /** One line cost less than its budget, one more, and one nothing. */
    public static final String OUTCOME = "rad;utfall\n1;7 000 000,01\n2;1 300\n3;0\n";

    private SettledYear() {}

    /** The terms of a settlement a month after the year. */
    public static RunTerms terms() {
        return RunTerms.ofSettlement(YEAR, LocalDate.of(2024, 1, 31), "");
    }

    /** Every month issued from the same input. */
    public static Books invoiced(SmallInput input) {
        Books books = new Books();
        Inputs inputs = input.inputs();
        for (int month = 1; month <= 12; month++) {
            YearMonth of = YEAR.atMonth(month);
            books.issue(RunTerms.ofMonth(of, of.atEndOfMonth(), ""), inputs);
        }
        return books;
    }

    /** The settlement after the months. */
    public static Issuance settled(SmallInput input, RunTerms terms, String outcome) {
        return IssuingRun.calculate(
                terms, inputs(input, outcome), invoiced(input).issued(), Causes.UNTOLD);
    }

    /** What a settlement is computed from. */
    public static Inputs inputs(SmallInput input, String outcome) {
        return input.put("utfall-2023.csv", outcome).inputsForSettlement();
    }
}
