package se.gits.costshare.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.FolderAudit;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAudit;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RunRefused;

/**
 * Holds what was issued against itself (kontroll): every row of the register against its hashes and
 * sums, every file against its manifest, every amount against what the kept input gives.
 */
public final class Verifying {

    private final Register register;
    private final Path output;
    private final Computation computation;

    public Verifying(Register register, Path output) {
        this.register = register;
        this.output = output;
        this.computation = new Computation(register);
    }

    /** Something that is wrong. */
    public sealed interface Finding {

        /** In the register's own rows. */
        record InRegister(RegisterAudit.Finding finding) implements Finding {}

        /** In an act's folder. */
        record InFolder(FolderAudit.Finding finding) implements Finding {}

        /**
         * An amount that the kept input does not give.
         *
         * @param act as its folder is called
         * @param stored what the register has
         * @param computed what the input gives
         */
        record OfAmount(
                String act,
                String row,
                PartyCode party,
                YearMonth month,
                Money stored,
                Money computed)
                implements Finding {}

        /**
         * Something of an invoice that the kept input does not give.
         *
         * @param act as its folder is called
         */
        record OfInvoice(String act, InvoiceDifference difference) implements Finding {}

        /**
         * A folder of an act that cannot be read.
         *
         * @param cause what stands in the way
         */
        record NotRead(String act, String cause) implements Finding {}

        /**
         * An act that cannot be computed from what the register has.
         *
         * @param cause what stands in the way
         */
        record NotComputed(String act) implements Finding {}
    }

    /**
     * Everything that is wrong; nothing where all is well.
     *
     * @param name the month or the act whose folders and amounts are asked for; empty for all. The
     *     register is always held against itself as a whole, since each act vouches for those
     *     before it
     * @throws RunRefused if there is no such act, and nothing is wrong with the register either
     * @throws IOException if the output folder cannot be read
     */
    public List<Finding> findings(Optional<String> name) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<RegisterAudit.Finding> inRegister = RegisterAudit.of(register);
        inRegister.forEach(finding -> findings.add(new Finding.InRegister(finding)));
        Optional<List<Act>> acts = acts(inRegister);
        if (acts.isPresent()) {
            findings.addAll(unknownFolders(acts.get()));
            findings.addAll(ofActs(acts.get(), name, findings.isEmpty()));
        }
        return findings;
    }

    private List<Finding> ofActs(List<Act> acts, Optional<String> name, boolean isWell) {
        List<Act> asked =
                acts.stream().filter(act -> name.map(of -> isAsked(of, act)).orElse(true)).toList();
        if (asked.isEmpty() && name.isPresent() && isWell) {
            throw new RunRefused(RunRefused.Cause.MONTH_NOT_ISSUED, name.get());
        }
        List<Finding> findings = new ArrayList<>();
        for (Act act : asked) {
            findings.addAll(folder(act));
            findings.addAll(computed(act));
        }
        return findings;
    }

    /** A month is asked for with all that was issued of it, anything else by itself. */
    private static boolean isAsked(String name, Act act) {
        return name.equals(act.folder()) || name.equals(act.run().month().toString());
    }

    /** Empty where the register is so damaged that it cannot be read; that has been found then. */
    private Optional<List<Act>> acts(List<RegisterAudit.Finding> inRegister) {
        try {
            return Optional.of(register.acts());
        } catch (RuntimeException e) {
            if (inRegister.isEmpty()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private List<Finding> folder(Act act) {
        try {
            return FolderAudit.of(output.resolve(act.folder()), act.manifest()).stream()
                    .<Finding>map(Finding.InFolder::new)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(new Finding.NotRead(act.folder(), e.getMessage()));
        }
    }

    /** Acts that the register does not know: it is an older copy, or they came from elsewhere. */
    private List<Finding> unknownFolders(List<Act> acts) throws IOException {
        SortedSet<String> unknown = ActFolder.issuedIn(output);
        acts.forEach(act -> unknown.remove(act.folder()));
        return unknown.stream()
                .<Finding>map(
                        folder ->
                                new Finding.InFolder(
                                        new FolderAudit.Finding(
                                                FolderAudit.Fault.FOLDER_UNKNOWN, folder)))
                .toList();
    }

    private List<Finding> computed(Act act) {
        try {
            return differences(act);
        } catch (RuntimeException e) {
            return List.of(new Finding.NotComputed(act.folder()));
        }
    }

    private List<Finding> differences(Act act) {
        Issuance issuance = computation.again(act);
        List<Finding> findings = new ArrayList<>();
        for (AmountDifference of :
                AmountDifferences.between(register.amountsOf(act), issuance.issuedAmounts())) {
            findings.add(
                    new Finding.OfAmount(
                            act.folder(),
                            of.row(),
                            of.party(),
                            of.month(),
                            of.kept(),
                            of.computed()));
        }
        for (InvoiceDifference of :
                InvoiceDifferences.between(register.invoicesOf(act), issuance.invoices())) {
            findings.add(new Finding.OfInvoice(act.folder(), of));
        }
        return findings;
    }
}
