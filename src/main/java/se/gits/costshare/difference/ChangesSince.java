package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Causes;

/** What has changed since one earlier input, by the budget lines that it concerns. */
final class ChangesSince {

    private static final String ROUNDING_AFTER = "Öresutjämning, sedan tidigare månader ändrats: ";

    private static final String ROUNDING_BESIDE = "Öresutjämning, sedan andras delar ändrats: ";

    private final Side earlier;
    private final Side today;
    private final Map<String, List<Cause>> causesOfRow = new HashMap<>();

    /** A difference and its words, which are the same for every party and line. */
    private record Cause(Difference difference, String words) {

        Causes.Cause told(String beginning) {
            return new Causes.Cause(difference.kind().subject(), beginning + words);
        }
    }

    ChangesSince(Side earlier, Side today) {
        this.earlier = earlier;
        this.today = today;
        CauseText text = new CauseText();
        for (Difference difference : InputDifferences.between(earlier, today)) {
            SortedSet<String> rows = difference.invoiceLines().rows();
            if (!rows.isEmpty()) {
                Cause cause = new Cause(difference, text.of(difference));
                rows.forEach(
                        row -> causesOfRow.computeIfAbsent(row, r -> new ArrayList<>()).add(cause));
            }
        }
    }

    /**
     * The causes of a party's part of a line in some months, in the order they were found. Where
     * they leave that part as it was, another gets the odd öre: since shares that change in the
     * months before begin a new segment after, or since the parts of others have changed.
     */
    List<Causes.Cause> of(PartyCode party, String row, SortedSet<YearMonth> months) {
        List<Causes.Cause> own = told(row, party, "", of -> of.concerns(party, row, months));
        if (!own.isEmpty()) {
            return own;
        }
        List<YearMonth> before = monthsBefore(months.last());
        List<Causes.Cause> earlier =
                told(
                        row,
                        party,
                        ROUNDING_AFTER,
                        of -> of.kind().movesSplit() && of.concerns(party, row, before));
        if (!earlier.isEmpty()) {
            return earlier;
        }
        List<YearMonth> through = new ArrayList<>(before);
        through.addAll(months);
        return told(
                row,
                party,
                ROUNDING_BESIDE,
                of -> of.kind().movesSplit() && of.concernsAnyone(row, through));
    }

    /** The causes of a line's split in some months; those of VAT or invoicing are left out. */
    List<Causes.Cause> ofSplit(PartyCode party, String row, SortedSet<YearMonth> months) {
        return causes(
                row, cause -> cause.kind().movesSplit() && cause.concerns(party, row, months));
    }

    /** The causes of how a party is invoiced of a line in some months, or with which VAT. */
    List<Causes.Cause> ofInvoicing(PartyCode party, String row, SortedSet<YearMonth> months) {
        return causes(
                row, cause -> cause.kind().movesInvoicing() && cause.concerns(party, row, months));
    }

    private List<Causes.Cause> causes(String row, Predicate<Difference> those) {
        return causesOfRow.getOrDefault(row, List.of()).stream()
                .filter(cause -> those.test(cause.difference()))
                .map(cause -> cause.told(""))
                .toList();
    }

    /** Those that the party has; an invoice within the issuer has no VAT, whatever changes it. */
    private List<Causes.Cause> told(
            String row, PartyCode party, String beginning, Predicate<Difference> those) {
        return causesOfRow.getOrDefault(row, List.of()).stream()
                .filter(cause -> those.test(cause.difference()))
                .filter(cause -> hasVat(party) || !isOfVatAlone(cause))
                .map(cause -> cause.told(beginning))
                .toList();
    }

    private static List<YearMonth> monthsBefore(YearMonth month) {
        return Stream.iterate(month.withMonth(1), m -> m.isBefore(month), m -> m.plusMonths(1))
                .toList();
    }

    private static boolean isOfVatAlone(Cause cause) {
        return cause.difference().kind() == DifferenceKind.OBJECT_VAT;
    }

    /** An invoice within the issuer's own organisation has none, whatever the object has. */
    private boolean hasVat(PartyCode party) {
        return Stream.of(earlier, today)
                .flatMap(side -> side.inputs().parties().find(party).stream())
                .map(Party::invoicing)
                .anyMatch(invoicing -> invoicing != Invoicing.INTERNAL);
    }
}
