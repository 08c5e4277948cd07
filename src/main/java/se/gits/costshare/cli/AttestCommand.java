package se.gits.costshare.cli;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.gits.costshare.export.FolderNames;
import se.gits.costshare.export.manifest.DraftManifest;
import se.gits.costshare.job.Attesting;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunRefused;
import se.gits.costshare.run.RunTerms;

/** Approves exactly what a preview showed; of a settlement where a year is given for a month. */
@Command(name = "attest", aliases = "attestera", mixinStandardHelpOptions = true)
final class AttestCommand implements Callable<Integer> {

    private static final int LONGEST_NAME = 200;

    private final Gits gits;

    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MONTH|YEAR")
    String period;

    @Option(names = "--party", paramLabel = "CODE")
    String party;

    @Option(names = "--by", paramLabel = "NAME", required = true)
    String by;

    AttestCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        String name = by.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || !RunArguments.isOneLine(name)) {
            throw gits.wrongUsage(spec, "usage.by", LONGEST_NAME);
        }
        Asked asked = asked();
        RegisterAddress address = gits.registerAddress();
        RunTerms terms = termsOfDraft(asked);
        YearInput input = YearInput.of(gits.input, asked);
        Inputs inputs = input.inputs(gits);
        boolean isNew = !address.exists();
        if (isNew) {
            LostRegister.refuse(gits, address);
            // Refusals are told before anything is made, the register included.
            Attesting.compareWithDraft(
                    IssuingRun.calculate(terms, inputs, Issued.NOTHING, Causes.UNTOLD),
                    input.files(),
                    gits.output);
            NewRegister.tell(gits, address, terms, inputs, true);
        }
        try (Register register =
                isNew ? gits.openOrMakeRegister(address) : gits.openRegister(address)) {
            LostRegister.refuseOlder(gits, register);
            new Attesting(register, gits.output).approve(terms, input.files(), inputs, name);
        }
        gits.console
                .out()
                .println(
                        gits.messages.sentence(
                                "attested",
                                gits.messages.act(terms),
                                name,
                                gits.actor.get().login(),
                                gits.output.resolve(FolderNames.ofDraft(terms))));
        if (!Attesting.isNeeded(terms.kind(), inputs)) {
            gits.console.err().println(gits.messages.of("attested.notAskedFor"));
        }
        return ExitCode.OK;
    }

    private Asked asked() {
        boolean isYear = period.matches("\\d{4}");
        Optional<PartyCode> ofParty =
                Optional.ofNullable(party).map(code -> gits.partyCode(spec, "--party", code));
        if (isYear && ofParty.isPresent()) {
            throw gits.wrongUsage(spec, "usage.yearOfParty");
        }
        YearMonth month =
                isYear
                        ? PlausibleYear.year(gits, spec, period).atMonth(12)
                        : PlausibleYear.month(gits, spec, period);
        ActKind kind =
                isYear ? ActKind.SETTLEMENT : ofParty.isPresent() ? ActKind.REISSUE : ActKind.MONTH;
        return new Asked(kind, month, ofParty, Optional.empty(), "");
    }

    /** With the date and the reason that the draft was made with. */
    private RunTerms termsOfDraft(Asked asked) throws IOException {
        String folder = FolderNames.ofDraft(asked.terms(gits));
        DraftManifest draft =
                DraftManifest.in(gits.output.resolve(folder))
                        .orElseThrow(
                                () ->
                                        new RunRefused(
                                                RunRefused.Cause.DRAFT_MISSING,
                                                gits.output.resolve(folder)));
        return new RunTerms(
                asked.kind(),
                asked.month(),
                asked.party(),
                draft.issueDate(),
                draft.reason(),
                true);
    }
}
