package se.gits.costshare.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    private boolean isWhole = true;

    private BookkeepingSettings(YamlTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /**
     * Reads them where there are any. That there are none is a warning, unless it is said that none
     * are wanted.
     *
     * @param wholeKronor whether amounts are rounded, so that the rounding is booked
     */
    static Optional<Bookkeeping> read(YamlTree settings, boolean wholeKronor, Problems problems) {
        if (!settings.has(NAME)) {
            problems.add(settings.placeOf(NAME), "", ProblemKind.BOOKKEEPING_MISSING);
            return Optional.empty();
        }
        if (settings.isText(NAME)
                && settings.cell(NAME, problems).value().equalsIgnoreCase("nej")) {
            return Optional.empty();
        }
        return settings.group(NAME, KNOWN, problems)
                .flatMap(tree -> new BookkeepingSettings(tree, problems).read(wholeKronor));
    }

    private Optional<Bookkeeping> read(boolean wholeKronor) {
        Bookkeeping.VoucherOf voucherOf =
                tree.has("verifikation")
                        ? whole(
                                tree.cell("verifikation", problems)
                                        .oneOf(
                                                Bookkeeping.VoucherOf.class,
                                                Bookkeeping.VoucherOf::swedish,
                                                problems),
                                Bookkeeping.VoucherOf.INVOICE)
                        : Bookkeeping.VoucherOf.INVOICE;
        String series = writable(tree.cell("serie", problems));
        String receivable = account(tree.required("kundfordran", problems), "kundfordran");
        String internal = account(tree.required("intern_fordran", problems), "intern_fordran");
        SortedMap<Integer, String> vat = vat();
        Optional<String> rounding = rounding(wholeKronor);
        int dimension = dimension();
        SortedMap<String, String> names = names();
        List<Bookkeeping.Posting> postings = postings();
        List<Bookkeeping.Counterpart> counterparts = counterparts();
        return isWhole
                ? Optional.of(
                        new Bookkeeping(
                                voucherOf,
                                series,
                                receivable,
                                internal,
                                vat,
                                rounding,
                                dimension,
                                names,
                                postings,
                                counterparts))
                : Optional.empty();
    }

    private SortedMap<Integer, String> vat() {
        SortedMap<Integer, String> accounts = new TreeMap<>();
        Optional<YamlTree> vat = tree.group("moms", RATES, problems);
        isWhole &= vat.isPresent();
        for (int percent : VatRate.PERCENTS) {
            vat.ifPresent(
                    group ->
                            accounts.put(
                                    percent,
                                    account(
                                            group.required(String.valueOf(percent), problems),
                                            "moms")));
        }
        return accounts;
    }

    private Optional<String> rounding(boolean wholeKronor) {
        Cell cell =
                wholeKronor
                        ? tree.required("öresavrundning", problems)
                        : tree.cell("öresavrundning", problems);
        return cell.isEmpty() && !wholeKronor
                ? Optional.empty()
                : Optional.of(account(cell, "öresavrundning"));
    }

    private int dimension() {
        Cell cell = tree.cell("motpart_dimension", problems);
        if (cell.isEmpty()) {
            return FIRST_FREE_DIMENSION;
        }
        OptionalLong number = cell.count(problems);
        boolean isFree =
                number.isPresent()
                        && number.getAsLong() >= FIRST_FREE_DIMENSION
                        && number.getAsLong() <= LAST_DIMENSION;
        if (number.isPresent() && !isFree) {
            cell.fault(problems, ProblemKind.NOT_IN_RANGE, FIRST_FREE_DIMENSION, LAST_DIMENSION);
        }
        isWhole &= isFree;
        return isFree ? (int) number.getAsLong() : FIRST_FREE_DIMENSION;
    }

    private SortedMap<String, String> names() {
        SortedMap<String, String> names = new TreeMap<>();
        Map<String, Integer> rowOf = new HashMap<>();
        for (YamlTree entry : tree.optionalGroups("konton", ACCOUNT, problems)) {
            Cell account = entry.required("konto", problems);
            String name = writable(entry.required("namn", problems));
            isWhole &= !name.isEmpty();
            names.put(numeric(account), name);
            tellIfTwice(rowOf, account.value(), account);
        }
        return names;
    }

    private List<Bookkeeping.Posting> postings() {
        List<Bookkeeping.Posting> postings = new ArrayList<>();
        Map<String, Integer> rowOf = new HashMap<>();
        List<YamlTree> entries = tree.groups("kontering", POSTING, problems);
        isWhole &= !entries.isEmpty();
        for (YamlTree entry : entries) {
            Cell object = entry.cell("objekt", problems);
            Cell costType = entry.cell("kostnadsslag", problems);
            String account = account(entry.required("konto", problems), "kontering");
            Cell internal = entry.cell("internt_konto", problems);
            postings.add(
                    new Bookkeeping.Posting(
                            object.value(),
                            costType.value(),
                            account,
                            internal.isEmpty() ? account : account(internal, "kontering"),
                            writable(entry.cell("kostnadsställe", problems)),
                            writable(entry.cell("projekt", problems)),
                            entry.cell("konto", problems).place().row()));
            tellIfTwice(
                    rowOf, object.value() + "\n" + costType.value(), entry.cell("konto", problems));
        }
        return postings;
    }

    private List<Bookkeeping.Counterpart> counterparts() {
        List<Bookkeeping.Counterpart> counterparts = new ArrayList<>();
        Map<String, Integer> rowOf = new HashMap<>();
        for (YamlTree entry : tree.optionalGroups("motparter", COUNTERPART, problems)) {
            Cell party = entry.cell("part", problems);
            Cell type = entry.cell("typ", problems);
            Cell code = entry.required("motpart", problems);
            if (party.isEmpty() == type.isEmpty()) {
                code.fault(problems, ProblemKind.PARTY_OR_TYPE);
                isWhole = false;
                continue;
            }
            Optional<PartyCode> ofParty = party.isEmpty() ? Optional.empty() : party.code(problems);
            Optional<PartyType> ofType =
                    type.isEmpty()
                            ? Optional.empty()
                            : type.oneOf(PartyType.class, PartyType::swedish, problems);
            isWhole &= !code.isEmpty() && (ofParty.isPresent() || ofType.isPresent());
            counterparts.add(
                    new Bookkeeping.Counterpart(
                            ofParty, ofType, writable(code), code.place().row()));
            tellIfTwice(rowOf, party.value() + type.value(), party.isEmpty() ? type : party);
        }
        return counterparts;
    }

    private void tellIfTwice(Map<String, Integer> rowOf, String what, Cell cell) {
        Integer earlier = rowOf.putIfAbsent(what, cell.place().row());
        if (earlier != null) {
            cell.fault(problems, ProblemKind.TWICE, earlier);
            isWhole = false;
        }
    }

    private <T> T whole(Optional<T> read, T otherwise) {
        isWhole &= read.isPresent();
        return read.orElse(otherwise);
    }

    /** An account that is used for one thing alone. */
    private String account(Cell cell, String role) {
        String account = numeric(cell);
        String other = account.isEmpty() ? role : roleOfAccount.putIfAbsent(account, role);
        if (other != null && !other.equals(role)) {
            cell.fault(problems, ProblemKind.ACCOUNT_IN_TWO_ROLES, other);
            isWhole = false;
        }
        return account;
    }

    private String numeric(Cell cell) {
        boolean isAccount = NUMERIC.matcher(cell.value()).matches();
        if (!isAccount && !cell.isEmpty()) {
            cell.fault(problems, ProblemKind.NOT_AN_ACCOUNT);
        }
        isWhole &= isAccount;
        return isAccount ? cell.value() : "";
    }

    private String writable(Cell cell) {
        Optional<String> unwritable = SieText.firstUnwritable(cell.value());
        unwritable.ifPresent(character -> cell.fault(problems, ProblemKind.NOT_IN_SIE, character));
        isWhole &= unwritable.isEmpty();
        return cell.value();
    }
}
