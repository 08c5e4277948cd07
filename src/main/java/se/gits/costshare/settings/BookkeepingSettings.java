package se.gits.costshare.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;

/** Reads the settings of book-keeping: {@code bokföring} in {@code installningar.yml}. */
final class BookkeepingSettings {

    static final String NAME = "bokföring";

    private static final List<String> KNOWN =
            List.of(
                    "verifikation",
                    "serie",
                    "kundfordran",
                    "intern_fordran",
                    "moms",
                    "öresavrundning",
                    "motpart_dimension",
                    "konton",
                    "kontering",
                    "motparter");
    private static final List<String> RATES =
            VatRate.PERCENTS.stream().map(String::valueOf).toList();
    private static final List<String> POSTING =
            List.of(
                    "objekt",
                    "kostnadsslag",
                    "konto",
                    "internt_konto",
                    "kostnadsställe",
                    "projekt");
    private static final List<String> ACCOUNT = List.of("konto", "namn");
    private static final List<String> COUNTERPART = List.of("part", "typ", "motpart");

    private static final Pattern NUMERIC = Pattern.compile("\\d{1,10}");

    /** The first that SIE leaves to its users; those before have a meaning of their own. */
    private static final int FIRST_FREE_DIMENSION = 20;

    private static final int LAST_DIMENSION = 9_999;

    private final YamlTree tree;
    private final Problems problems;

    /** What each account is used for, since one that has two uses could not be followed up. */
    private final Map<String, String> roleOfAccount = new HashMap<>();

    private BookkeepingSettings(YamlTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /**
     * Reads them where there are any. That there are none is a warning, unless it is said that none
     * are wanted.
     *
     * @param wholeKronor whether amounts are rounded, so that the rounding is booked
     * @return empty where there are none, or where they have faults, which are told
     */
    static Optional<Bookkeeping> read(YamlTree settings, boolean wholeKronor, Problems problems) {
        String text = settings.isText(NAME) ? settings.cell(NAME, problems).value() : "";
        if (!settings.has(NAME) || settings.isText(NAME) && text.isEmpty()) {
            problems.add(settings.placeOf(NAME), "", ProblemKind.BOOKKEEPING_MISSING);
            return Optional.empty();
        }
        if (text.equalsIgnoreCase("nej")) {
            return Optional.empty();
        }
        int before = problems.count(ProblemKind.Severity.FAULT);
        Optional<Bookkeeping> read =
                settings.group(NAME, KNOWN, problems)
                        .map(tree -> new BookkeepingSettings(tree, problems).read(wholeKronor));
        return problems.count(ProblemKind.Severity.FAULT) == before ? read : Optional.empty();
    }

    /** With an empty text, or nothing, in place of what has a fault. */
    private Bookkeeping read(boolean wholeKronor) {
        return new Bookkeeping(
                voucherOf(),
                writable(tree.cell("serie", problems)),
                account(tree.required("kundfordran", problems), "kundfordran"),
                account(tree.required("intern_fordran", problems), "intern_fordran"),
                vat(),
                rounding(wholeKronor),
                dimension(),
                names(),
                postings(),
                counterparts());
    }

    private Bookkeeping.VoucherOf voucherOf() {
        return tree.has("verifikation")
                ? tree.cell("verifikation", problems)
                        .oneOf(
                                Bookkeeping.VoucherOf.class,
                                Bookkeeping.VoucherOf::swedish,
                                problems)
                        .orElse(Bookkeeping.VoucherOf.INVOICE)
                : Bookkeeping.VoucherOf.INVOICE;
    }

    private SortedMap<Integer, String> vat() {
        SortedMap<Integer, String> accounts = new TreeMap<>();
        Optional<YamlTree> vat = tree.group("moms", RATES, problems);
        for (int percent : VatRate.PERCENTS) {
            vat.map(group -> group.required(String.valueOf(percent), problems))
                    .ifPresent(cell -> accounts.put(percent, account(cell, "moms")));
        }
        return accounts;
    }

    private Optional<String> rounding(boolean wholeKronor) {
        Cell cell =
                wholeKronor
                        ? tree.required("öresavrundning", problems)
                        : tree.cell("öresavrundning", problems);
        return cell.isEmpty() ? Optional.empty() : Optional.of(account(cell, "öresavrundning"));
    }

    private int dimension() {
        Cell cell = tree.cell("motpart_dimension", problems);
        if (cell.isEmpty()) {
            return FIRST_FREE_DIMENSION;
        }
        OptionalLong number = cell.count(problems);
        if (number.isEmpty()) {
            return FIRST_FREE_DIMENSION;
        }
        if (number.getAsLong() < FIRST_FREE_DIMENSION || number.getAsLong() > LAST_DIMENSION) {
            cell.fault(problems, ProblemKind.NOT_IN_RANGE, FIRST_FREE_DIMENSION, LAST_DIMENSION);
            return FIRST_FREE_DIMENSION;
        }
        return (int) number.getAsLong();
    }

    private SortedMap<String, String> names() {
        SortedMap<String, String> names = new TreeMap<>();
        Map<String, Integer> rowOf = new HashMap<>();
        for (YamlTree entry : tree.optionalGroups("konton", ACCOUNT, problems)) {
            Cell account = entry.required("konto", problems);
            names.put(numeric(account), writable(entry.required("namn", problems)));
            if (!account.isEmpty()) {
                tellIfTwice(rowOf, account.value(), account);
            }
        }
        return names;
    }

    private List<Bookkeeping.Posting> postings() {
        List<Bookkeeping.Posting> postings = new ArrayList<>();
        Map<String, Integer> rowOf = new HashMap<>();
        for (YamlTree entry : tree.groups("kontering", POSTING, problems)) {
            Cell object = named(entry, "objekt");
            Cell costType = named(entry, "kostnadsslag");
            Cell accountCell = entry.required("konto", problems);
            String account = account(accountCell, "kontering");
            Cell internal = named(entry, "internt_konto");
            postings.add(
                    new Bookkeeping.Posting(
                            object.value(),
                            costType.value(),
                            account,
                            internal.isEmpty() ? account : account(internal, "kontering"),
                            writable(entry.cell("kostnadsställe", problems)),
                            writable(entry.cell("projekt", problems)),
                            entry.row()));
            tellIfTwice(
                    rowOf,
                    object.value() + "\n" + costType.value().toLowerCase(Locale.ROOT),
                    accountCell);
        }
        return postings;
    }

    /** A setting that may be left out. One left empty would say more than was meant. */
    private Cell named(YamlTree entry, String name) {
        return entry.has(name) ? entry.required(name, problems) : entry.cell(name, problems);
    }

    private List<Bookkeeping.Counterpart> counterparts() {
        List<Bookkeeping.Counterpart> counterparts = new ArrayList<>();
        Map<String, Integer> rowOf = new HashMap<>();
        for (YamlTree entry : tree.optionalGroups("motparter", COUNTERPART, problems)) {
            Cell party = named(entry, "part");
            Cell type = named(entry, "typ");
            Cell code = entry.required("motpart", problems);
            if (party.isEmpty() == type.isEmpty()) {
                code.fault(problems, ProblemKind.PARTY_OR_TYPE);
                continue;
            }
            Optional<PartyCode> ofParty = party.isEmpty() ? Optional.empty() : party.code(problems);
            Optional<PartyType> ofType =
                    type.isEmpty()
                            ? Optional.empty()
                            : type.oneOf(PartyType.class, PartyType::swedish, problems);
            counterparts.add(
                    new Bookkeeping.Counterpart(ofParty, ofType, writable(code), entry.row()));
            String whose =
                    ofParty.map(PartyCode::value)
                            .or(() -> ofType.map(PartyType::swedish))
                            .orElse("");
            if (!whose.isEmpty()) {
                tellIfTwice(rowOf, whose, party.isEmpty() ? type : party);
            }
        }
        return counterparts;
    }

    private void tellIfTwice(Map<String, Integer> rowOf, String what, Cell cell) {
        Integer earlier = rowOf.putIfAbsent(what, cell.place().row());
        if (earlier != null) {
            cell.fault(problems, ProblemKind.TWICE, earlier);
        }
    }

    /** An account that is used for one thing alone. */
    private String account(Cell cell, String role) {
        String account = numeric(cell);
        String other = account.isEmpty() ? role : roleOfAccount.putIfAbsent(account, role);
        if (other != null && !other.equals(role)) {
            cell.fault(problems, ProblemKind.ACCOUNT_IN_TWO_ROLES, other);
        }
        return account;
    }

    private String numeric(Cell cell) {
        if (NUMERIC.matcher(cell.value()).matches()) {
            return cell.value();
        }
        if (!cell.isEmpty()) {
            cell.fault(problems, ProblemKind.NOT_AN_ACCOUNT);
        }
        return "";
    }

    private String writable(Cell cell) {
        SieText.unwritable(cell.value())
                .ifPresent(characters -> cell.fault(problems, ProblemKind.NOT_IN_SIE, characters));
        return cell.value();
    }
}
