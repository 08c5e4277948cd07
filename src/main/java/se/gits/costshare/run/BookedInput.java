package se.gits.costshare.run;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
import se.gits.costshare.party.PartyType;
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
        Set<PartyType> toldTypes = EnumSet.noneOf(PartyType.class);
        // Also those that are not invoiced now: what is taken back from them is booked.
        for (Party party : parties.all()) {
            tellUnwritable(party.name(), parties.nameOf(party.code()), problems);
            if (isWithoutCounterpart(party, bookkeeping.get()) && toldTypes.add(party.type())) {
                problems.add(
                        parties.nameOf(party.code()),
                        party.name(),
                        ProblemKind.COUNTERPART_MISSING,
                        party.type().swedish());
            }
        }
    }

    /**
     * Whether a year can be booked as the settings say. What was issued before the program booked
     * anything may have had anything there.
     */
    static boolean canBeBooked(Budget budget, InputsReader.Tables tables) {
        Problems problems = new Problems();
        tell(tables, problems);
        tellWithoutPosting(budget, tables, problems);
        return !problems.hasFaults();
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

    /** Warns of postings that no line of any budget is booked by, though they are of something. */
    static void tellUnusedPostings(
            Collection<Budget> budgets, Bookkeeping bookkeeping, Problems problems) {
        Set<Bookkeeping.Posting> used = new HashSet<>();
        for (Budget budget : budgets) {
            for (BudgetLine line : budget.lines()) {
                bookkeeping.postingOf(line.objectCode(), line.costType()).ifPresent(used::add);
            }
        }
        for (Bookkeeping.Posting posting : bookkeeping.postings()) {
            String of = (posting.objectCode() + " " + posting.costType()).strip();
            if (!of.isEmpty() && !used.contains(posting)) {
                problems.add(
                        settingsPlace(posting.row(), "bokföring.kontering"),
                        of,
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

    private static boolean isWithoutCounterpart(Party party, Bookkeeping bookkeeping) {
        return party.invoicing() != Invoicing.NONE
                && !bookkeeping.counterparts().isEmpty()
                && bookkeeping.counterpartOf(party).isEmpty();
    }

    private static void tellUnwritable(String text, Place place, Problems problems) {
        SieText.unwritable(text)
                .ifPresent(
                        character -> problems.add(place, text, ProblemKind.NOT_IN_SIE, character));
    }

    private static Place settingsPlace(int row, String setting) {
        return new Place(InputFiles.SETTINGS, row, setting);
    }
}
