package se.gits.costshare.budget;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.Columns;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.Period;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
import se.gits.costshare.input.TableFile;
import se.gits.costshare.input.Timeline;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.PartyCode;

/**
 * Reads {@code objekt.csv}. An object may have several rows that do not overlap in time.
 *
 * <pre>
 * objekt;namn;typ;från;till;deltagare;momssats;beslut
 * SHVO;Samordnad hälsa, vård och omsorg;förvaltningsobjekt;2023-01;2023-12;alla;25;Förvaltningsplan 2023
 * </pre>
 */
public final class ServiceObjectFile {

    /** What stands in the heading. */
    public static final Columns COLUMNS =
            new Columns(
                    List.of("objekt", "namn", "typ", "från", "deltagare", "momssats", "beslut"),
                    List.of("till"));

    /** In place of participants: every party takes part. */
    public static final String ALL_PARTIES = "alla";

    private static final Pattern RATE = Pattern.compile("(25|12|6)\\s*%?");
    private static final Pattern EXEMPT =
            Pattern.compile("undantag\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ServiceObjectFile() {}

    /**
     * Reads the objects; those whose row has a fault are left out.
     *
     * @return empty, with the fault told, where the file is no such table
     */
    public static Optional<ServiceObjects> read(
            InputFile file, Parties parties, Problems problems) {
        return TableFile.read(file, COLUMNS, problems)
                .map(table -> objects(table, parties, problems));
    }

    private static ServiceObjects objects(Table table, Parties parties, Problems problems) {
        Map<String, Timeline<ServiceObject>> periodsOfCode = new LinkedHashMap<>();
        Set<String> unreadCodes = new HashSet<>();
        for (Table.Row row : table.rows()) {
            Optional<ServiceObject> read = object(row, parties, problems);
            if (read.isEmpty()) {
                unreadCodes.add(row.cell("objekt").value());
                continue;
            }
            ServiceObject object = read.get();
            periodsOfCode
                    .computeIfAbsent(object.code(), code -> new Timeline<>())
                    .add(object.period(), object)
                    .ifPresent(
                            earlier ->
                                    row.cell("från")
                                            .fault(
                                                    problems,
                                                    ProblemKind.OVERLAP,
                                                    object.code(),
                                                    earlier.row()));
        }
        return new ServiceObjects(table.places(), periodsOfCode, unreadCodes);
    }

    private static Optional<ServiceObject> object(
            Table.Row row, Parties parties, Problems problems) {
        Optional<String> code = row.cell("objekt").identity(problems);
        Optional<String> name = row.cell("namn").identity(problems);
        Optional<ServiceObjectType> type =
                row.cell("typ")
                        .oneOf(ServiceObjectType.class, ServiceObjectType::swedish, problems);
        Optional<Period> period = Period.read(row, problems);
        Optional<Optional<SortedSet<PartyCode>>> participants =
                participants(row.cell("deltagare"), parties, problems);
        Optional<VatRate> vat = vat(row.cell("momssats"), problems);
        Optional<String> decision = row.cell("beslut").decision(problems);
        if (code.isEmpty()
                || name.isEmpty()
                || type.isEmpty()
                || period.isEmpty()
                || participants.isEmpty()
                || vat.isEmpty()
                || decision.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ServiceObject(
                        code.get(),
                        name.get(),
                        type.get(),
                        period.get(),
                        participants.get(),
                        vat.get(),
                        decision.get(),
                        row.number()));
    }

    private static Optional<Optional<SortedSet<PartyCode>>> participants(
            Cell cell, Parties parties, Problems problems) {
        if (cell.required(problems).isEmpty()) {
            return Optional.empty();
        }
        if (cell.value().toLowerCase(Locale.ROOT).equals(ALL_PARTIES)) {
            return Optional.of(Optional.empty());
        }
        List<String> words = cell.list(problems);
        SortedSet<PartyCode> codes = new TreeSet<>();
        boolean allKnown = !words.isEmpty();
        for (String word : words) {
            if (PartyCode.isCode(word) && parties.find(new PartyCode(word)).isPresent()) {
                codes.add(new PartyCode(word));
                continue;
            }
            allKnown = false;
            if (parties.isUnread(word)) {
                continue;
            }
            if (PartyCode.isCode(word) && parties.isGroup(new PartyCode(word))) {
                problems.add(cell.place(), word, ProblemKind.GROUP_AS_PARTICIPANT);
            } else {
                parties.tellUnknown(cell.place(), word, problems);
            }
        }
        return allKnown ? Optional.of(Optional.of(codes)) : Optional.empty();
    }

    private static Optional<VatRate> vat(Cell cell, Problems problems) {
        if (cell.required(problems).isEmpty()) {
            return Optional.empty();
        }
        Matcher rate = RATE.matcher(cell.value());
        if (rate.matches()) {
            return Optional.of(VatRate.ofPercent(Integer.parseInt(rate.group(1))));
        }
        Matcher exempt = EXEMPT.matcher(cell.value());
        if (exempt.matches()) {
            return Optional.of(VatRate.exempt(exempt.group(1)));
        }
        cell.fault(problems, ProblemKind.NOT_A_VAT_RATE);
        return Optional.empty();
    }
}
