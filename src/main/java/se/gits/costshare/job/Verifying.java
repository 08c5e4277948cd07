package se.gits.costshare.job;

import java.io.IOException;
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
import se.gits.costshare.register.IssuedActs;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAudit;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.IssuedAct.IssuedAmount;

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
         * An act that cannot be computed from what the register has.
         *
         * @param cause what stands in the way
         */
        record NotComputed(String act, RuntimeException cause) implements Finding {}
    }

    /**
     * Everything that is wrong; nothing where all is well.
     *
     * @param month whose folders and amounts are asked for; empty for all. The register is always
     *     held against itself as a whole, since each act vouches for those before it
     * @throws IOException if a folder cannot be read
     */
    public List<Finding> findings(Optional<YearMonth> month) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<RegisterAudit.Finding> inRegister = RegisterAudit.of(register);
        inRegister.forEach(finding -> findings.add(new Finding.InRegister(finding)));
        List<Act> acts = acts(inRegister);
        if (!acts.isEmpty()) {
            findings.addAll(unknownFolders(acts));
        }
        for (Act act : acts) {
            if (month.isEmpty() || month.get().equals(act.run().month())) {
                for (FolderAudit.Finding finding :
                        FolderAudit.of(output.resolve(act.folder()), act.manifest())) {
                    findings.add(new Finding.InFolder(finding));
                }
                findings.addAll(amounts(act));
            }
        }
        return findings;
    }

    /** Where the register is damaged, it may not even be readable; that has been found then. */
    private List<Act> acts(List<RegisterAudit.Finding> inRegister) {
        try {
            return register.acts();
        } catch (RuntimeException e) {
            if (inRegister.isEmpty()) {
                throw e;
            }
            return List.of();
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

    private List<Finding> amounts(Act act) {
        try {
            return differences(act);
        } catch (RuntimeException e) {
            return List.of(new Finding.NotComputed(act.folder(), e));
        }
    }

    private List<Finding> differences(Act act) {
        return AmountDifferences.between(
                        keptAmounts(register, act), computation.again(act).issuedAmounts())
                .stream()
                .<Finding>map(
                        of ->
                                new Finding.OfAmount(
                                        act.folder(),
                                        of.row(),
                                        of.party(),
                                        of.month(),
                                        of.kept(),
                                        of.computed()))
                .toList();
    }

    /** The amounts of an act as they were kept. */
    static List<IssuedAmount> keptAmounts(IssuedActs acts, Act act) {
        return acts.issuedBefore(act.sequence() + 1, act.terms().year()).acts().stream()
                .filter(issued -> issued.sequence() == act.sequence())
                .map(IssuedAct::amounts)
                .findFirst()
                .orElseThrow();
    }
}
