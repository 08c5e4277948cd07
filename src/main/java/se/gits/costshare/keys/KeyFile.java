package se.gits.costshare.keys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.allocation.KeyRow;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.Columns;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.NearestName;
import se.gits.costshare.input.Period;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
import se.gits.costshare.input.TableFile;
import se.gits.costshare.input.Timeline;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.PartyCode;

/**
 * Reads {@code nycklar.csv}: one row a share. In every month that a key is valid, its shares are
 * exactly the whole.
 *
 * <pre>
 * nyckel;från;till;part;andel;fördelning;beslut
 * 70/30;2023-01;;VGR;70;;Förvaltningsplan 2023, 4.2
 * 70/30;2023-01;;VGK;30;folkmängd;Förvaltningsplan 2023, 4.2
 * </pre>
 */
public final class KeyFile {

    /** What stands in the heading. */
    public static final Columns COLUMNS =
            new Columns(
                    List.of("nyckel", "från", "part", "andel", "fördelning", "beslut"),
                    List.of("till"));

    /** What 0,7 and 0,3 come to where 70 and 30 percent were meant. */
    private static final Fraction ONE_PERCENT = Fraction.of(1, 100);

    /** A common denominator of three hundred digits; no agreement is as fine. */
    private static final int FINEST_BITS = 1_000;

    private KeyFile() {}

    /**
     * Reads the keys; a key with a fault in one of its rows is told apart in the book.
     *
     * @return empty, with the fault told, where the file is no such table
     */
    public static Optional<KeyBook> read(InputFile file, Parties parties, Problems problems) {
        return TableFile.read(file, COLUMNS, problems).map(table -> keys(table, parties, problems));
    }

    private static KeyBook keys(Table table, Parties parties, Problems problems) {
        Map<String, List<KeyShare>> sharesOfKey = new LinkedHashMap<>();
        Map<String, Map<KeyRow, Timeline<KeyShare>>> sharesOfRecipient = new HashMap<>();
        Set<String> unreadKeys = new HashSet<>();
        for (Table.Row row : table.rows()) {
            String key = row.cell("nyckel").value();
            sharesOfKey.computeIfAbsent(key, k -> new ArrayList<>());
            Optional<KeyShare> read = share(row, parties, problems);
            if (read.isEmpty()) {
                unreadKeys.add(key);
                continue;
            }
            KeyShare share = read.get();
            sharesOfKey.get(key).add(share);
            Optional<KeyShare> overlapped =
                    sharesOfRecipient
                            .computeIfAbsent(key, k -> new HashMap<>())
                            .computeIfAbsent(share.recipient(), recipient -> new Timeline<>())
                            .add(share.period(), share);
            if (overlapped.isPresent()) {
                unreadKeys.add(key);
                row.cell("från")
                        .fault(
                                problems,
                                ProblemKind.OVERLAP,
                                share.recipient().part(),
                                overlapped.get().fileRow());
            }
        }
        sharesOfKey.forEach(
                (key, shares) -> {
                    if (!unreadKeys.contains(key)
                            && !isWhole(table.places(), key, shares, problems)) {
                        unreadKeys.add(key);
                    }
                });
        return new KeyBook(table.places(), sharesOfKey, unreadKeys);
    }

    private static Optional<KeyShare> share(Table.Row row, Parties parties, Problems problems) {
        Optional<String> key = row.cell("nyckel").identity(problems);
        Optional<Period> period = Period.read(row, problems);
        Optional<PartyCode> part = part(row.cell("part"), parties, problems);
        Optional<Fraction> share = row.cell("andel").share(problems);
        Optional<String> decision = row.cell("beslut").decision(problems);
        boolean toGroup = part.isPresent() && parties.isGroup(part.get());
        Optional<Distribution> distribution =
                distribution(row.cell("fördelning"), part, toGroup, problems);
        if (key.isEmpty()
                || period.isEmpty()
                || part.isEmpty()
                || share.isEmpty()
                || decision.isEmpty()
                || toGroup && distribution.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                toGroup
                        ? new KeyShare.OfGroup(
                                part.get(),
                                share.get(),
                                distribution.get(),
                                period.get(),
                                decision.get(),
                                row.number())
                        : new KeyShare.OfParty(
                                part.get(),
                                share.get(),
                                period.get(),
                                decision.get(),
                                row.number()));
    }

    private static Optional<PartyCode> part(Cell cell, Parties parties, Problems problems) {
        if (cell.identity(problems).isEmpty() || parties.isUnread(cell.value())) {
            return Optional.empty();
        }
        if (!parties.partsThatKeysMayName().contains(cell.value())) {
            parties.tellUnknownPart(cell.place(), cell.value(), problems);
            return Optional.empty();
        }
        return Optional.of(new PartyCode(cell.value()));
    }

    private static Optional<Distribution> distribution(
            Cell cell, Optional<PartyCode> part, boolean toGroup, Problems problems) {
        if (cell.isEmpty()) {
            if (toGroup) {
                cell.fault(problems, ProblemKind.DISTRIBUTION_MISSING, part.get());
            }
            return Optional.empty();
        }
        Optional<Distribution> distribution = Distribution.parse(cell.value());
        if (distribution.isEmpty()) {
            cell.fault(
                    problems,
                    ProblemKind.NOT_A_DISTRIBUTION,
                    new NearestName(cell.value(), Distribution.WORDS),
                    String.join(", ", Distribution.WORDS));
        } else if (part.isPresent() && !toGroup) {
            cell.fault(problems, ProblemKind.DISTRIBUTION_UNEXPECTED, part.get());
        }
        return distribution;
    }

    /** Between two changes a key stands still, so looking at the first month of each is enough. */
    private static boolean isWhole(
            Table.Places places, String key, List<KeyShare> shares, Problems problems) {
        boolean[] whole = {true};
        KeyBook.eachChange(
                shares,
                (month, valid) -> {
                    Fraction sum = sum(valid);
                    if (!valid.isEmpty() && !sum.equals(Fraction.ONE)) {
                        whole[0] = false;
                        problems.add(
                                places.at(valid.get(0).fileRow(), "andel"),
                                KeyShare.inPercent(sum),
                                sum.equals(ONE_PERCENT)
                                        ? ProblemKind.KEY_IN_PARTS_OF_ONE
                                        : ProblemKind.KEY_NOT_WHOLE,
                                key,
                                month);
                    }
                });
        return whole[0];
    }

    /** The sum of shares, or of the first of them where it is beyond what anyone agrees on. */
    private static Fraction sum(List<KeyShare> shares) {
        Fraction sum = Fraction.ZERO;
        for (KeyShare share : shares) {
            sum = sum.plus(share.share());
            if (sum.denominator().bitLength() > FINEST_BITS) {
                return sum;
            }
        }
        return sum;
    }
}
