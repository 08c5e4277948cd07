package se.gits.costshare.settings;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.Issuer;
import se.gits.costshare.invoice.OcrControl;
import se.gits.costshare.invoice.PaymentAccount;
import se.gits.costshare.invoice.PaymentTerms;
import se.gits.costshare.party.Address;
import se.gits.costshare.party.OrganisationNumber;
import se.gits.costshare.party.PeppolId;

/**
 * Reads {@code installningar.yml}.
 *
 * <p>What decides an amount, a date or a number on an invoice must be set. Only what has one safe
 * answer has a default: no öresavrundning, no attest and none by the one who runs, a series from 1,
 * interest by law.
 */
public final class SettingsFile {

    private static final List<String> TOP =
            List.of(
                    "utställare",
                    "betalningsvillkor_dagar",
                    "dröjsmålsränta",
                    "öresavrundning",
                    "ocr",
                    "nummerserie_från",
                    "attest",
                    "attest_av_samma",
                    BookkeepingSettings.NAME,
                    "folkmängd");
    private static final List<String> ISSUER =
            List.of(
                    "namn",
                    "organisationsnummer",
                    "momsregistreringsnummer",
                    "adress",
                    "postnummer",
                    "ort",
                    "epost",
                    "bankgiro",
                    "plusgiro",
                    "peppol_id",
                    "f_skatt");
    private static final List<String> POPULATION = List.of("från", "referens", "beslut");

    private static final int LONGEST_DUE_DAYS = 365;

    private SettingsFile() {}

    /** Reads the settings; empty, with every fault told, where one is missing or wrong. */
    public static Optional<Settings> read(InputFile file, Problems problems) {
        Optional<YamlTree> tree = YamlTree.parse(file, TOP, problems);
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        Optional<Issuer> issuer =
                tree.get().group("utställare", ISSUER, problems).flatMap(t -> issuer(t, problems));
        Optional<PaymentTerms> terms = terms(tree.get(), problems);
        Optional<Integer> first =
                orDefault(tree.get(), "nummerserie_från", 1, c -> ordinal(c, problems), problems);
        Optional<Boolean> attest =
                orDefault(tree.get(), "attest", false, c -> c.yesOrNo(problems), problems);
        Optional<Boolean> attestByRunner =
                orDefault(tree.get(), "attest_av_samma", false, c -> c.yesOrNo(problems), problems);
        Optional<Bookkeeping> bookkeeping =
                BookkeepingSettings.read(
                        tree.get(),
                        terms.map(PaymentTerms::wholeKronor).orElse(false),
                        problems.areOfKeptInput() ? new Problems() : problems);
        if (bookkeeping.isPresent() && issuer.isPresent()) {
            tellUnwritableName(tree.get(), problems);
        }
        Optional<List<Settings.PopulationBasis>> bases = populationBases(tree.get(), problems);
        if (issuer.isEmpty()
                || terms.isEmpty()
                || first.isEmpty()
                || attest.isEmpty()
                || attestByRunner.isEmpty()
                || bases.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Settings(
                        issuer.get(),
                        terms.get(),
                        first.get(),
                        attest.get(),
                        attestByRunner.get(),
                        bookkeeping,
                        bases.get()));
    }

    /** The file for book-keeping says whose it is. */
    private static void tellUnwritableName(YamlTree tree, Problems problems) {
        tree.group("utställare", ISSUER, problems)
                .map(issuer -> issuer.cell("namn", problems))
                .ifPresent(
                        name ->
                                SieText.unwritable(name.value())
                                        .ifPresent(
                                                character ->
                                                        name.fault(
                                                                problems,
                                                                ProblemKind.NOT_IN_SIE,
                                                                character)));
    }

    private static <T> Optional<T> orDefault(
            YamlTree tree,
            String name,
            T byDefault,
            Function<Cell, Optional<T>> read,
            Problems problems) {
        return tree.has(name) ? read.apply(tree.cell(name, problems)) : Optional.of(byDefault);
    }

    private static Optional<Issuer> issuer(YamlTree tree, Problems problems) {
        Cell name = tree.required("namn", problems);
        Cell numberCell = tree.required("organisationsnummer", problems);
        Optional<OrganisationNumber> number =
                numberCell.isEmpty() ? Optional.empty() : numberCell.organisationNumber(problems);
        Cell vatNumber = tree.required("momsregistreringsnummer", problems);
        if (!vatNumber.isEmpty()
                && number.isPresent()
                && !vatNumber.value().equals("SE" + number.get().digits() + "01")) {
            vatNumber.fault(
                    problems, ProblemKind.NOT_A_VAT_NUMBER, "SE" + number.get().digits() + "01");
        }
        Cell street = tree.required("adress", problems);
        Cell postcode = tree.required("postnummer", problems);
        Cell town = tree.required("ort", problems);
        Optional<PaymentAccount> account = account(tree, problems);
        Cell peppolId = tree.cell("peppol_id", problems);
        if (!peppolId.isEmpty() && !PeppolId.isValid(peppolId.value())) {
            peppolId.fault(problems, ProblemKind.NOT_A_PEPPOL_ID);
        }
        Cell fTax = tree.required("f_skatt", problems);
        Optional<Boolean> approved = fTax.isEmpty() ? Optional.empty() : fTax.yesOrNo(problems);
        if (number.isEmpty() || account.isEmpty() || approved.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Issuer(
                        name.value(),
                        number.get(),
                        vatNumber.value(),
                        new Address(
                                street.value(),
                                postcode.value(),
                                town.value(),
                                tree.cell("epost", problems).value()),
                        account.get(),
                        peppolId.value(),
                        approved.get()));
    }

    /** Where the invoices are paid; one account, or a payer would wonder. */
    private static Optional<PaymentAccount> account(YamlTree tree, Problems problems) {
        Cell plusgiro = tree.cell("plusgiro", problems);
        if (plusgiro.isEmpty()) {
            return account(
                    PaymentAccount.Kind.BANKGIRO,
                    tree.required("bankgiro", problems),
                    ProblemKind.NOT_A_BANKGIRO,
                    problems);
        }
        if (!tree.cell("bankgiro", problems).isEmpty()) {
            plusgiro.fault(problems, ProblemKind.BANKGIRO_AND_PLUSGIRO);
            return Optional.empty();
        }
        return account(
                PaymentAccount.Kind.PLUSGIRO, plusgiro, ProblemKind.NOT_A_PLUSGIRO, problems);
    }

    private static Optional<PaymentAccount> account(
            PaymentAccount.Kind kind, Cell cell, ProblemKind fault, Problems problems) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<PaymentAccount> account = kind.parse(cell.value());
        if (account.isEmpty()) {
            cell.fault(problems, fault);
        }
        return account;
    }

    private static Optional<PaymentTerms> terms(YamlTree tree, Problems problems) {
        Optional<Integer> dueDays = dueDays(tree, problems);
        Optional<String> interest =
                orDefault(
                        tree,
                        "dröjsmålsränta",
                        "enligt räntelagen",
                        c -> c.required(problems),
                        problems);
        Optional<Boolean> wholeKronor =
                orDefault(tree, "öresavrundning", false, c -> c.yesOrNo(problems), problems);
        Cell ocrCell = tree.required("ocr", problems);
        Optional<OcrControl> ocr =
                ocrCell.isEmpty()
                        ? Optional.empty()
                        : ocrCell.oneOf(OcrControl.class, OcrControl::swedish, problems);
        if (dueDays.isEmpty() || interest.isEmpty() || wholeKronor.isEmpty() || ocr.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PaymentTerms(dueDays.get(), interest.get(), wholeKronor.get(), ocr.get()));
    }

    private static Optional<Integer> dueDays(YamlTree tree, Problems problems) {
        Cell cell = tree.required("betalningsvillkor_dagar", problems);
        return cell.isEmpty() ? Optional.empty() : between(0, LONGEST_DUE_DAYS, cell, problems);
    }

    private static Optional<Integer> ordinal(Cell cell, Problems problems) {
        return between(1, InvoiceNumber.LAST_ORDINAL, cell, problems);
    }

    private static Optional<Integer> between(
            int smallest, int largest, Cell cell, Problems problems) {
        OptionalLong count = cell.count(problems);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        if (count.getAsLong() < smallest || count.getAsLong() > largest) {
            cell.fault(problems, ProblemKind.NOT_IN_RANGE, smallest, largest);
            return Optional.empty();
        }
        return Optional.of((int) count.getAsLong());
    }

    private static Optional<List<Settings.PopulationBasis>> populationBases(
            YamlTree tree, Problems problems) {
        List<Settings.PopulationBasis> bases = new ArrayList<>();
        Map<YearMonth, Integer> rowOfMonth = new HashMap<>();
        List<YamlTree> entries = tree.groups("folkmängd", POPULATION, problems);
        for (YamlTree entry : entries) {
            Optional<YearMonth> from = entry.cell("från", problems).month(problems);
            Optional<LocalDate> reference = entry.cell("referens", problems).date(problems);
            Optional<String> decision = entry.cell("beslut", problems).decision(problems);
            if (from.isEmpty() || reference.isEmpty() || decision.isEmpty()) {
                continue;
            }
            Cell fromCell = entry.cell("från", problems);
            Integer earlier = rowOfMonth.putIfAbsent(from.get(), fromCell.place().row());
            if (earlier != null) {
                fromCell.fault(problems, ProblemKind.TWICE, earlier);
            }
            bases.add(new Settings.PopulationBasis(from.get(), reference.get(), decision.get()));
        }
        return bases.isEmpty() || bases.size() < entries.size()
                ? Optional.empty()
                : Optional.of(bases);
    }
}
