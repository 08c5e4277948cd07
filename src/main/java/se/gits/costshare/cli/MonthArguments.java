package se.gits.costshare.cli;

import java.time.YearMonth;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;

/** Which month {@code preview} and {@code invoice} are about, and which party where it is one. */
final class MonthArguments {

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MONTH")
    String month;

    @Option(names = "--party", paramLabel = "CODE")
    String party;

    YearMonth month(Gits gits) {
        return PlausibleYear.month(gits, spec, month);
    }

    /** The one party that the month is issued anew to; empty for all. */
    Optional<PartyCode> party(Gits gits) {
        return Optional.ofNullable(party).map(code -> gits.partyCode(spec, "--party", code));
    }

    /** A month, or one issued anew to a party that was credited. */
    ActKind kind() {
        return party == null ? ActKind.MONTH : ActKind.REISSUE;
    }
}
