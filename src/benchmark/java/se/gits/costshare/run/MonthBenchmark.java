package se.gits.costshare.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import se.gits.costshare.money.Money;

/**
 * A year's first month, from inputs that are read to invoices with their control totals: a few
 * lines for a region's municipalities, and a country's portfolio.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MonthBenchmark {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);

    @Param({"5", "2000", "20000"})
    private int lines;

    private Inputs inputs;
    private Money expected;

    @Setup
    public void prepare() {
        LargePortfolio.Size size =
                lines == 5
                        ? new LargePortfolio.Size(49, 5, 5)
                        : new LargePortfolio.Size(290, 400, lines);
        inputs = LargePortfolio.of(1, size).inputs();
        expected = total(month());
    }

    private static Money total(Issuance issuance) {
        return Money.total(issuance.amounts().stream().map(Amount::money).toList());
    }

    /** It comes to the same each time, or the time is of something else. */
    @Benchmark
    public Issuance month() {
        Issuance issuance =
                IssuingRun.calculate(
                        RunTerms.ofMonth(JANUARY, LocalDate.of(2023, 1, 31), ""),
                        inputs,
                        Issued.NOTHING,
                        Causes.UNTOLD);
        if (expected != null && !total(issuance).equals(expected)) {
            throw new IllegalStateException("Another total");
        }
        return issuance;
    }
}
