package se.gits.costshare.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.gits.costshare.export.FolderNames;
import se.gits.costshare.register.Act;
import se.gits.costshare.run.RunRefused;

/**
 * An issued act as it is asked for: a month, {@code 2023-01}, or what followed on it by the name of
 * its folder, {@code 2023-01-kredit-1}, {@code 2023-avrakning}.
 */
final class IssuedActArgument {

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MONTH")
    String name;

    /** Refuses what cannot be the name of an act. */
    void check(Gits gits) {
        if (!FolderNames.isOfAct(name) || name.length() == "2023-01".length()) {
            PlausibleYear.month(gits, spec, name);
        }
    }

    /**
     * The act.
     *
     * @throws RunRefused if there is none
     */
    Act among(List<Act> acts) {
        return acts.stream()
                .filter(act -> act.folder().equals(name))
                .findFirst()
                .orElseThrow(() -> new RunRefused(RunRefused.Cause.MONTH_NOT_ISSUED, name));
    }
}
