package se.gits.costshare.parties;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.Columns;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
import se.gits.costshare.input.TableFile;
import se.gits.costshare.party.Address;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.OrganisationNumber;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.party.PeppolId;

/**
 * Reads {@code parter.csv}.
 *
 * <pre>
 * kod;namn;typ;organisationsnummer;fakturering;grupper;peppol_id;referens;adress;postnummer;ort;epost
 * VGR;Västra Götalandsregionen;region;232100-0131;intern;;;;;;;
 * 1480;Göteborgs stad;kommun;212000-1355;faktura;;;;;404 82;Göteborg;
 * </pre>
 */
public final class PartiesFile {

    /** What stands in the heading. */
    public static final Columns COLUMNS =
            new Columns(
                    List.of("kod", "namn", "typ", "fakturering"),
                    List.of(
                            "organisationsnummer",
                            "grupper",
                            "peppol_id",
                            "referens",
                            "adress",
                            "postnummer",
                            "ort",
                            "epost"));

    private static final Pattern MUNICIPALITY_CODE = Pattern.compile("\\d{4}");

    /** What a spreadsheet makes of 0117 where it takes it for a number. */
    private static final Pattern LOST_ZERO = Pattern.compile("\\d{3}");

    private PartiesFile() {}

    /**
     * Reads the parties; those whose row has a fault are left out.
     *
     * @param issuer whose own organisation alone is invoiced internally; empty where it is not
     *     known
     * @return empty, with the fault told, where the file is no such table
     */
    public static Optional<Parties> read(
            InputFile file, Optional<OrganisationNumber> issuer, Problems problems) {
        return TableFile.read(file, COLUMNS, problems)
                .map(table -> parties(table, issuer, problems));
    }

    private static Parties parties(
            Table table, Optional<OrganisationNumber> issuer, Problems problems) {
        List<Party> parties = new ArrayList<>();
        Map<PartyCode, Integer> rowOfCode = new HashMap<>();
        Map<String, Integer> rowOfFileName = new HashMap<>();
        Set<String> unreadCodes = new HashSet<>();
        for (Table.Row row : table.rows()) {
            Optional<Party> party = party(row, problems);
            if (party.isEmpty()) {
                unreadCodes.add(row.cell("kod").value());
                continue;
            }
            Integer earlier = rowOfCode.putIfAbsent(party.get().code(), row.number());
            if (earlier != null) {
                row.cell("kod").fault(problems, ProblemKind.TWICE, earlier);
            } else {
                parties.add(party.get());
                tellIfInternalOfOthers(row, party.get(), issuer, problems);
                tellIfFileNameIsTaken(row, party.get(), rowOfFileName, problems);
            }
        }
        Parties all = new Parties(parties, table.places().of("kod"), rowOfCode, unreadCodes);
        for (Party party : all.all()) {
            if (!all.membersOf(party.code()).isEmpty()) {
                tellGroupAsParty(table.places(), rowOfCode, all, party, problems);
            }
        }
        warnOfWhatIsMissing(table.file(), all, problems);
        warnOfSharedNumbers(table.file(), all, problems);
        warnOfAddresses(table.places(), rowOfCode, all, problems);
        return all;
    }

    /**
     * Tells a code that is both: as a group within a group where the row is made for a group, and
     * otherwise wherever the party is named as a group.
     */
    private static void tellGroupAsParty(
            Table.Places places,
            Map<PartyCode, Integer> rowOfCode,
            Parties all,
            Party party,
            Problems problems) {
        boolean madeForGroup =
                party.type() == PartyType.OTHER && party.invoicing() == Invoicing.NONE;
        if (madeForGroup && !party.groups().isEmpty()) {
            problems.add(
                    places.at(rowOfCode.get(party.code()), "grupper"),
                    words(party.groups()),
                    ProblemKind.GROUP_IN_GROUP,
                    party.code());
            return;
        }
        for (PartyCode member : all.membersOf(party.code())) {
            problems.add(
                    places.at(rowOfCode.get(member), "grupper"),
                    words(all.find(member).orElseThrow().groups()),
                    ProblemKind.GROUP_IS_PARTY,
                    party.code(),
                    rowOfCode.get(party.code()));
        }
    }

    /**
     * The invoice of one would be written over the other's, also where case makes no difference.
     * Who is not invoiced now may have been, and get something back.
     */
    private static void tellIfFileNameIsTaken(
            Table.Row row, Party party, Map<String, Integer> rowOfFileName, Problems problems) {
        for (String name :
                List.of(
                        party.fileName(),
                        party.fileNameOfEarlierKind(true),
                        party.fileNameOfEarlierKind(false))) {
            Integer earlier =
                    rowOfFileName.putIfAbsent(name.toLowerCase(Locale.ROOT), row.number());
            if (earlier != null) {
                row.cell("namn").fault(problems, ProblemKind.FILE_NAME_TWICE, name, earlier);
                return;
            }
        }
    }

    private static String words(SortedSet<PartyCode> codes) {
        return String.join(" ", codes.stream().map(PartyCode::value).toList());
    }

    private static Optional<Party> party(Table.Row row, Problems problems) {
        Optional<PartyCode> code = row.cell("kod").code(problems);
        Optional<String> name = row.cell("namn").identity(problems);
        Optional<PartyType> type =
                row.cell("typ").oneOf(PartyType.class, PartyType::swedish, problems);
        Optional<Invoicing> invoicing =
                row.cell("fakturering").oneOf(Invoicing.class, Invoicing::swedish, problems);
        Optional<OrganisationNumber> organisationNumber =
                optionalOrganisationNumber(row.cell("organisationsnummer"), problems);
        SortedSet<PartyCode> groups = groups(row.cell("grupper"), problems);
        checkPeppolId(row.cell("peppol_id"), problems);
        if (code.isEmpty() || name.isEmpty() || type.isEmpty() || invoicing.isEmpty()) {
            return Optional.empty();
        }
        if (type.get() == PartyType.MUNICIPALITY
                && !MUNICIPALITY_CODE.matcher(code.get().value()).matches()) {
            boolean lostZero = LOST_ZERO.matcher(code.get().value()).matches();
            row.cell("kod")
                    .fault(
                            problems,
                            lostZero
                                    ? ProblemKind.CODE_LOST_ZERO
                                    : ProblemKind.NOT_A_MUNICIPALITY_CODE,
                            "0" + code.get());
            return Optional.empty();
        }
        return Optional.of(
                new Party(
                        code.get(),
                        name.get(),
                        type.get(),
                        organisationNumber,
                        invoicing.get(),
                        groups,
                        row.cell("peppol_id").value(),
                        row.cell("referens").text(problems),
                        new Address(
                                row.cell("adress").text(problems),
                                row.cell("postnummer").text(problems),
                                row.cell("ort").text(problems),
                                row.cell("epost").text(problems))));
    }

    private static Optional<OrganisationNumber> optionalOrganisationNumber(
            Cell cell, Problems problems) {
        return cell.isEmpty() ? Optional.empty() : cell.organisationNumber(problems);
    }

    private static SortedSet<PartyCode> groups(Cell cell, Problems problems) {
        SortedSet<PartyCode> groups = new TreeSet<>();
        for (String word : cell.list(problems)) {
            if (PartyCode.isCode(word)) {
                groups.add(new PartyCode(word));
            } else {
                problems.add(cell.place(), word, ProblemKind.NOT_A_CODE);
            }
        }
        return groups;
    }

    private static void checkPeppolId(Cell cell, Problems problems) {
        if (!cell.isEmpty() && !PeppolId.isValid(cell.value())) {
            cell.fault(problems, ProblemKind.NOT_A_PEPPOL_ID);
        }
    }

    private static void tellIfInternalOfOthers(
            Table.Row row, Party party, Optional<OrganisationNumber> issuer, Problems problems) {
        if (party.invoicing() == Invoicing.INTERNAL
                && issuer.isPresent()
                && party.organisationNumber().isPresent()
                && !party.organisationNumber().equals(issuer)) {
            row.cell("fakturering")
                    .fault(problems, ProblemKind.NOT_OWN_ORGANISATION, party.name(), issuer.get());
        }
    }

    private static void warnOfSharedNumbers(String file, Parties parties, Problems problems) {
        Map<OrganisationNumber, List<String>> codesOf = new LinkedHashMap<>();
        for (Party party : parties.all()) {
            party.organisationNumber()
                    .ifPresent(
                            number ->
                                    codesOf.computeIfAbsent(number, n -> new ArrayList<>())
                                            .add(party.code().value()));
        }
        codesOf.forEach(
                (number, codes) -> {
                    if (codes.size() > 1) {
                        problems.add(
                                new Place(file, 0, "organisationsnummer"),
                                number.toString(),
                                ProblemKind.ORGANISATION_TWICE,
                                String.join(" ", codes));
                    }
                });
    }

    /** Warns of addresses for e-invoices that may be another's, or that cannot be tried here. */
    private static void warnOfAddresses(
            Table.Places places,
            Map<PartyCode, Integer> rowOfCode,
            Parties parties,
            Problems problems) {
        Map<String, List<String>> codesOf = new LinkedHashMap<>();
        for (Party party : parties.all()) {
            String id = party.peppolId();
            if (id.isEmpty() || !PeppolId.isValid(id)) {
                continue;
            }
            codesOf.computeIfAbsent(id, of -> new ArrayList<>()).add(party.code().value());
            Place place = places.at(rowOfCode.get(party.code()), "peppol_id");
            Optional<OrganisationNumber> own = party.organisationNumber();
            if (!PeppolId.isSwedish(id)) {
                problems.add(place, id, ProblemKind.PEPPOL_ID_FOREIGN);
            } else if (own.isPresent() && PeppolId.isOfAnother(id, own.get())) {
                problems.add(place, id, ProblemKind.PEPPOL_ID_OF_OTHER, own.get());
            }
        }
        codesOf.forEach(
                (id, codes) -> {
                    if (codes.size() > 1) {
                        problems.add(
                                places.of("peppol_id"),
                                id,
                                ProblemKind.PEPPOL_ID_TWICE,
                                String.join(" ", codes));
                    }
                });
    }

    private static void warnOfWhatIsMissing(String file, Parties parties, Problems problems) {
        warnIfMissing(file, "organisationsnummer", parties, problems);
        warnIfMissing(file, "adress", parties, problems);
        warnIfMissing(file, "peppol_id", parties, problems);
        warnIfMissing(file, "referens", parties, problems);
    }

    private static void warnIfMissing(
            String file, String column, Parties parties, Problems problems) {
        List<String> without =
                parties.all().stream()
                        .filter(party -> party.invoicing() == Invoicing.INVOICE)
                        .filter(party -> isMissing(column, party))
                        .map(party -> party.code().value())
                        .toList();
        if (!without.isEmpty()) {
            problems.add(
                    new Place(file, 0, column),
                    "",
                    ProblemKind.PARTIES_WITHOUT,
                    without.size(),
                    String.join(" ", without));
        }
    }

    private static boolean isMissing(String column, Party party) {
        return switch (column) {
            case "organisationsnummer" -> party.organisationNumber().isEmpty();
            case "adress" ->
                    party.address().street().isEmpty()
                            && party.address().postcodeAndTown().isEmpty();
            case "peppol_id" -> party.peppolId().isEmpty();
            case "referens" -> party.reference().isEmpty();
            default -> throw new IllegalArgumentException(column);
        };
    }
}
