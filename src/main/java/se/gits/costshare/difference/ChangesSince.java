package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;

/** What has changed since one earlier input, by the budget lines that it concerns. */
final class ChangesSince {

    private static final String ROUNDING_AFTER = "Öresutjämning, sedan tidigare månader ändrats: ";

    private final Side earlier;
    private final Side today;
    private final Map<String, List<Cause>> causesOfRow = new HashMap<>();

    /** A difference and its words, which are the same for every party and line. */
    private record Cause(Difference difference, String words) {}

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
     * The causes of a line in some months, in the order they were found. Where the months
     * themselves are as they were, those of the months before, said to be of them: shares that
     * change there begin a new segment after, and another gets the odd öre.
     */
    List<String> of(PartyCode party, String row, SortedSet<YearMonth> months) {
        List<String> causes = causesIn(party, row, months);
        return causes.isEmpty()
                ? causesIn(party, row, monthsBefore(months.last())).stream()
                        .map(ROUNDING_AFTER::concat)
                        .toList()
                : causes;
    }

    /**
     * The causes of a line's split in some months; those of VAT or invoicing alone are left out.
     */
    List<String> ofSplit(PartyCode party, String row, SortedSet<YearMonth> months) {
        return causesOfRow.getOrDefault(row, List.of()).stream()
                .filter(cause -> cause.difference().kind().movesSplit())
                .filter(cause -> cause.difference().concerns(party, row, months))
                .map(Cause::words)
                .toList();
    }

    private List<String> causesIn(PartyCode party, String row, Collection<YearMonth> months) {
        return causesOfRow.getOrDefault(row, List.of()).stream()
                .filter(cause -> cause.difference().concerns(party, row, months))
                .filter(cause -> hasVat(party) || !isOfVatAlone(cause))
                .map(Cause::words)
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
