package se.gits.costshare.report;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.gits.costshare.export.ReportSources;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.SmallInput;

/**
 * A year whose figures can be counted by hand.
 *
 * <p>Each month row 1 costs 100,00: 70,00 to VGR and 10,00 to each of three municipalities. Row 2
 * costs 30,00: 10,00 to 1440, to 1480, and to VASTKOM, which is not invoiced. From April there is
 * row 4, 10,00 a month from January on: 7,00 to VGR and 1,00 to each municipality. After April the
 * February of 1480 is credited and issued anew.
 */
public final class SmallYear {

    public static final Year YEAR = Year.of(2023);

    private SmallYear() {}

    /** The year as it was planned. */
    public static SmallInput planned() {
        return new SmallInput()
                .put(
                        "nycklar.csv",
                        """
                        nyckel;från;till;part;andel;fördelning;beslut
                        70/30;2023-01;;VGR;70;;Plan 2023
                        70/30;2023-01;;VGK;30;lika;Plan 2023
                        KORT;2023-01;;VGK;2/3;lika;Plan 2023
                        KORT;2023-01;;VASTKOM;1/3;;Plan 2023
                        """)
                .put(
                        "budget-2023.csv",
                        """
                        rad;objekt;benämning;belopp;nyckel;från;till;beslut
                        1;SHVO;Drift;1 200;70/30;;;Plan 2023
                        2;KORT;Kort;360;KORT;;;Plan 2023
                        """)
                .put(
                        "folkmangd.csv",
                        """
                        "region";"2022"
                        "1440 Ale";10
                        "1480 Göteborg";40
                        "1489 Alingsås";50
                        """)
                .without("volymer.csv");
    }

    /** The year with its addition. */
    public static SmallInput withAddition() {
        return planned().add("budget-2023.csv", "4;SHVO;Tillägg;120;70/30;;;SITIV maj");
    }

    /** The year through April, and a credit in February. */
    public static Books throughCredit() {
        Books books = new Books();
        Inputs planned = planned().inputs();
        IntStream.rangeClosed(1, 3).forEach(n -> books.issue(YEAR.atMonth(n), planned));
        Inputs added = withAddition().inputs();
        books.issue(YEAR.atMonth(4), added);
        books.credit(YEAR.atMonth(2), "1480", added);
        return books;
    }

    /** The same with the new invoice. */
    public static Books throughApril() {
        Books books = throughCredit();
        books.reissue(YEAR.atMonth(2), "1480", withAddition().inputs());
        return books;
    }

    public static AnnualReport report(Books books, SmallInput today) {
        return AnnualReport.of(
                planned().inputs(), today.inputs(), books.issued(), Optional.empty());
    }

    /** The report in April. */
    public static AnnualReport ofApril() {
        return report(throughApril(), withAddition());
    }

    /** The report of the settled year: row 1 came to cost 1 100,00, and row 2 390,00. */
    public static AnnualReport settled() {
        Books books = throughApril();
        Inputs added = withAddition().inputs();
        IntStream.rangeClosed(5, 12).forEach(n -> books.issue(YEAR.atMonth(n), added));
        Inputs outcome =
                withAddition()
                        .put("utfall-2023.csv", "rad;utfall\n1;1100\n2;390\n4;120\n")
                        .inputsForSettlement();
        books.settle(outcome);
        return AnnualReport.of(planned().inputs(), added, books.issued(), outcome.outcome());
    }

    /** What a report rests on, its acts in folders numbered in their order. */
    public static ReportSources sources(AnnualReport report) {
        List<ReportSources.ActSource> acts =
                report.acts().stream()
                        .map(
                                act ->
                                        new ReportSources.ActSource(
                                                "mapp-" + act.act().sequence(),
                                                LocalDate.of(2023, 12, 31),
                                                "=skäl",
                                                "%064x".formatted(act.act().sequence()),
                                                "%064x".formatted(act.act().sequence() + 1_000)))
                        .toList();
        return new ReportSources(planned().files().hashes(), withAddition().files().hashes(), acts);
    }

    static YearMonth month(int number) {
        return YEAR.atMonth(number);
    }
}
