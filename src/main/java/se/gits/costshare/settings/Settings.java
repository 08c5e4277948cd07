package se.gits.costshare.settings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.invoice.Issuer;
import se.gits.costshare.invoice.PaymentTerms;

/**
 * What {@code installningar.yml} says.
 *
 * @param firstOrdinal the first number of a year's series (nummerserie_från)
 * @param attestRequired whether someone must approve a month before it is issued (attest)
 * @param attestByRunner whether that may be the one who issues it (attest_av_samma)
 * @param bookkeeping where invoices are booked; empty where there is no file for that
 * @param populationBases which figures apply from which month
 */
public record Settings(
        Issuer issuer,
        PaymentTerms terms,
        int firstOrdinal,
        boolean attestRequired,
        boolean attestByRunner,
        Optional<Bookkeeping> bookkeeping,
        List<PopulationBasis> populationBases) {

    /**
     * Which of SCB's figures apply from a month on (folkmängd).
     *
     * @param referenceDate the figures' date (referens)
     */
    public record PopulationBasis(YearMonth from, LocalDate referenceDate, String decision) {}

    /** The same, with nothing said of how to book. */
    public Settings withoutBookkeeping() {
        return new Settings(
                issuer,
                terms,
                firstOrdinal,
                attestRequired,
                attestByRunner,
                Optional.empty(),
                populationBases);
    }

    /** The figures that apply in a month: the latest entry; empty where none has begun. */
    public Optional<PopulationBasis> populationBasis(YearMonth month) {
        return populationBases.stream()
                .filter(basis -> !basis.from().isAfter(month))
                .max(Comparator.comparing(PopulationBasis::from));
    }
}
