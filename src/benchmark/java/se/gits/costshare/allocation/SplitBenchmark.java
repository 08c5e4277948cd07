package se.gits.costshare.allocation;

import java.util.SortedMap;
import java.util.TreeMap;
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

/** One amount among many: the municipalities of the region, of the country, and ten thousand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SplitBenchmark {

    private static final Money COST = new Money(63_333_333);

    @Param({"49", "290", "10000"})
    private int recipients;

    private Shares<Integer> shares;

    @Setup
    public void prepare() {
        SortedMap<Integer, Long> weightOf = new TreeMap<>();
        for (int i = 0; i < recipients; i++) {
            weightOf.put(i, 5_000 + i * 7_919L % 90_000);
        }
        shares = Shares.byWeight(weightOf);
    }

    /** The parts add up to the cost, or the time is of something else. */
    @Benchmark
    public SortedMap<Integer, Money> split() {
        SortedMap<Integer, Money> parts = shares.split(COST);
        if (!Money.total(parts.values()).equals(COST)) {
            throw new IllegalStateException("The parts are not the whole");
        }
        return parts;
    }
}
