package se.gits.costshare.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import se.gits.costshare.export.ActFiles;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.FolderNames;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.register.Attest;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RunIdentity;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.RunRefused;
import se.gits.costshare.run.RunTerms;

/**
 * That someone approves what a preview showed before it is issued (attest). An approval is of one
 * run: other input, another date, another reason or an act in between is another run.
 */
public final class Attesting {

    private final Register register;
    private final Path output;

    public Attesting(Register register, Path output) {
        this.register = register;
        this.output = output;
    }

    /**
     * Whether a kind of act needs an attest; a credit takes back what was approved, and no more.
     */
    public static boolean isNeeded(ActKind kind, Inputs inputs) {
        return inputs.settings().attestRequired() && kind != ActKind.CREDIT;
    }

    /**
     * What was approved of the same act on the same input and the same state of the register: the
     * last that fits what is said, if there is one that who runs the program may issue on.
     *
     * @param date the invoice date, where one is said
     * @param reason empty where none is said
     */
    public Optional<RunTerms> approved(
            RunTerms terms,
            InputFiles files,
            Inputs inputs,
            Optional<LocalDate> date,
            String reason) {
        String head = register.head();
        List<Attest> fitting =
                ofAct(terms).stream()
                        .filter(attest -> attest.run().previousAct().equals(head))
                        .filter(attest -> attest.run().inputs().equals(files.hashes()))
                        .filter(attest -> date.map(attest.run().issueDate()::equals).orElse(true))
                        .filter(attest -> reason.isEmpty() || reason.equals(attest.run().reason()))
                        .toList();
        return fitting.stream()
                .filter(attest -> mayBeUsed(attest, inputs))
                .reduce((one, later) -> later)
                .or(() -> fitting.stream().reduce((one, later) -> later))
                .map(attest -> attest.run().terms());
    }

    private boolean mayBeUsed(Attest attest, Inputs inputs) {
        return inputs.settings().attestByRunner() || !attest.login().equals(register.login());
    }

    private List<Attest> ofAct(RunTerms terms) {
        return register.attests().stream()
                .filter(attest -> attest.run().kind() == terms.kind())
                .filter(attest -> attest.run().month().equals(terms.month()))
                .filter(attest -> attest.run().party().equals(terms.party()))
                .toList();
    }

    /**
     * The attest that a run is issued on.
     *
     * @param issuance what the run issues, computed only where it is held against an attest
     * @return empty where none is needed
     * @throws RunRefused if one is needed and missing, void since something has changed, or given
     *     by the one who runs and the settings do not allow that
     */
    Optional<Attest> demanded(
            RunIdentity run, Inputs inputs, InputFiles files, Supplier<Issuance> issuance) {
        if (!isNeeded(run.kind(), inputs)) {
            return Optional.empty();
        }
        List<Attest> ofRun =
                ofAct(run.terms()).stream()
                        .filter(attest -> attest.run().equals(run))
                        .filter(attest -> attest.content().equals(issuance.get().contentHash()))
                        .toList();
        if (ofRun.isEmpty()) {
            throw missing(run, files);
        }
        return Optional.of(
                ofRun.stream()
                        .filter(attest -> mayBeUsed(attest, inputs))
                        .reduce((one, later) -> later)
                        .orElseThrow(
                                () ->
                                        new RunRefused(
                                                RunRefused.Cause.ATTEST_BY_RUNNER,
                                                run.terms(),
                                                register.login())));
    }

    /** That nobody has approved it, with what to attest. */
    public static RunRefused missing(RunTerms terms) {
        String party = terms.party().map(code -> " --party " + code).orElse("");
        return new RunRefused(RunRefused.Cause.ATTEST_MISSING, terms, terms.period() + party);
    }

    private RunRefused missing(RunIdentity run, InputFiles files) {
        List<Attest> other = ofAct(run.terms());
        if (other.isEmpty()) {
            return missing(run.terms());
        }
        RunIdentity approved = other.get(other.size() - 1).run();
        if (approved.equals(run)) {
            // Another version of the program, for one, that has other words on the invoices.
            return new RunRefused(RunRefused.Cause.ATTEST_OF_OTHER_CONTENT, run.terms());
        }
        SortedSet<String> different = Issuing.differentFiles(approved, files);
        if (!different.isEmpty()) {
            return new RunRefused(
                    RunRefused.Cause.ATTEST_OF_OTHER_INPUT,
                    run.terms(),
                    String.join(", ", different));
        }
        if (!approved.previousAct().equals(run.previousAct())) {
            return new RunRefused(RunRefused.Cause.ATTEST_BEFORE_LAST_ACT, run.terms());
        }
        return new RunRefused(
                RunRefused.Cause.ATTEST_OF_OTHER_TERMS,
                run.terms(),
                approved.issueDate(),
                approved.reason().isEmpty() ? "–" : approved.reason());
    }

    /**
     * Approves what a preview showed, once it is certain that the draft is what would be issued.
     *
     * @param name who approves
     * @throws RunRefused if the draft is not what would be issued now
     * @throws IOException if the draft cannot be read, or made again beside it
     */
    public void approve(RunTerms draft, InputFiles files, Inputs inputs, String name)
            throws IOException {
        Issued issued = register.issued(draft.year());
        if (draft.kind() == ActKind.MONTH && issued.months().contains(draft.month())) {
            throw new RunRefused(RunRefused.Cause.ATTEST_OF_ISSUED, draft);
        }
        Issuance issuance = new Computation(register).of(draft, files, inputs, issued);
        RunIdentity run = RunIdentity.of(draft, files, register.head());
        String manifest = compareWithDraft(issuance, files, output);
        register.attest(run, files, name, issuance.contentHash(), manifest);
    }

    /**
     * Makes a draft again from what would be issued, and demands that every file is the same.
     *
     * @return the SHA-256 of its manifest
     * @throws RunRefused if the draft is another
     * @throws IOException if the draft cannot be read, or made again beside it
     */
    public static String compareWithDraft(Issuance issuance, InputFiles files, Path output)
            throws IOException {
        String name = FolderNames.ofDraft(issuance.terms());
        ActFolder again = new ActFolder(output, name + "-attest", issuance.contentHash());
        again.prepare();
        try {
            String manifest = new ActFiles(issuance, files, name, again).writeAll();
            SortedSet<String> different = again.differencesFrom(output.resolve(name));
            if (!different.isEmpty()) {
                throw new RunRefused(
                        RunRefused.Cause.DRAFT_IS_OTHER,
                        output.resolve(name),
                        String.join(", ", different));
            }
            return manifest;
        } finally {
            again.discard();
        }
    }
}
