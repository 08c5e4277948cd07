package se.gits.costshare.run;

import java.util.Collection;
import java.util.Optional;
import se.gits.costshare.budget.Budget;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObjects;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.NearestName;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;
import se.gits.costshare.settings.Bookkeeping;
import se.gits.costshare.settings.Settings;
import se.gits.costshare.settings.SieText;

/**
 * Tells what cannot be booked as the settings say, before a month is invoiced that could not be.
 */
final class BookedInput {

    private BookedInput() {}

    /** Tells settings that name what no table has, and parties that cannot be written or placed. */
    static void tell(InputsReader.Tables tables, Problems problems) {
        Optional<Settings> settings = tables.settings();
        Optional<Bookkeeping> bookkeeping = settings.flatMap(Settings::bookkeeping);
        if (bookkeeping.isEmpty() || !tables.areComplete()) {
            return;
        }
        tellUnknownObjects(bookkeeping.get(), tables.objects().orElseThrow(), problems);
        Parties parties = tables.parties().orElseThrow();
        tellUnknownParties(bookkeeping.get(), parties, problems);
        tellUnwritable(
                settings.get().issuer().name(), settingsPlace(0, "utställare.namn"), problems);
        for (Party party : parties.all()) {
            if (party.invoicing() != Invoicing.NONE) {
                tellUnwritable(party.name(), parties.nameOf(party.code()), problems);
                tellWithoutCounterpart(party, bookkeeping.get(), parties, problems);
            }
        }
    }

    /** Tells the lines of a budget whose income has no account. */
    static void tellWithoutPosting(Budget budget, InputsReader.Tables tables, Problems problems) {
        Optional<Bookkeeping> bookkeeping = tables.settings().flatMap(Settings::bookkeeping);
        ServiceObjects objects = tables.objects().orElseThrow();
        // A posting of a misspelled object may be the one that lines lack.
        if (bookkeeping.isEmpty() || hasUnknownObjects(bookkeeping.get(), objects)) {
            return;
        }
        for (BudgetLine line : budget.lines()) {
            if (bookkeeping.get().postingOf(line.objectCode(), line.costType()).isEmpty()) {
                problems.add(
                        budget.places().at(line.fileRow(), "kostnadsslag"),
                        line.costType(),
                        ProblemKind.POSTING_MISSING,
                        line.objectCode());
            }
        }
    }

    /** Warns of postings of a type of cost that no line of any budget has. */
    static void tellUnusedPostings(
            Collection<Budget> budgets, Bookkeeping bookkeeping, Problems problems) {
        for (Bookkeeping.Posting posting : bookkeeping.postings()) {
            boolean isUsed =
                    budgets.stream()
                            .flatMap(budget -> budget.lines().stream())
                            .anyMatch(line -> posting.isOf(line.objectCode(), line.costType()));
            if (!posting.costType().isEmpty() && !isUsed) {
                problems.add(
                        settingsPlace(posting.row(), "bokföring.kontering"),
                        posting.costType(),
                        ProblemKind.ROW_UNUSED);
            }
        }
    }

    private static boolean hasUnknownObjects(Bookkeeping bookkeeping, ServiceObjects objects) {
        return bookkeeping.postings().stream().anyMatch(posting -> isUnknown(posting, objects));
    }

    private static boolean isUnknown(Bookkeeping.Posting posting, ServiceObjects objects) {
        String object = posting.objectCode();
        return !object.isEmpty() && !objects.contains(object) && !objects.isUnread(object);
    }

    private static void tellUnknownObjects(
            Bookkeeping bookkeeping, ServiceObjects objects, Problems problems) {
        for (Bookkeeping.Posting posting : bookkeeping.postings()) {
            if (isUnknown(posting, objects)) {
                problems.add(
                        settingsPlace(posting.row(), "bokföring.kontering.objekt"),
                        posting.objectCode(),
                        ProblemKind.UNKNOWN_OBJECT,
                        new NearestName(posting.objectCode(), objects.codes()));
            }
        }
    }

    private static void tellUnknownParties(
            Bookkeeping bookkeeping, Parties parties, Problems problems) {
        for (Bookkeeping.Counterpart counterpart : bookkeeping.counterparts()) {
            counterpart
                    .party()
                    .filter(party -> parties.find(party).isEmpty())
                    .filter(party -> !parties.isUnread(party.value()))
                    .ifPresent(
                            party ->
                                    parties.tellUnknown(
                                            settingsPlace(
                                                    counterpart.row(), "bokföring.motparter.part"),
                                            party.value(),
                                            problems));
        }
    }

    private static void tellWithoutCounterpart(
            Party party, Bookkeeping bookkeeping, Parties parties, Problems problems) {
        if (!bookkeeping.counterparts().isEmpty() && bookkeeping.counterpartOf(party).isEmpty()) {
            problems.add(
                    parties.nameOf(party.code()),
                    party.name(),
                    ProblemKind.COUNTERPART_MISSING,
                    party.type().swedish());
        }
    }

    private static void tellUnwritable(String text, Place place, Problems problems) {
        SieText.firstUnwritable(text)
                .ifPresent(
                        character -> problems.add(place, text, ProblemKind.NOT_IN_SIE, character));
    }

    private static Place settingsPlace(int row, String setting) {
        return new Place(InputFiles.SETTINGS, row, setting);
    }
}
