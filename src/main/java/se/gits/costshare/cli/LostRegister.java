package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.register.RegisterAudit;
import se.gits.costshare.run.RunRefused;

/**
 * Issued months that the register does not know tell that it was lost, or that an older copy was
 * put in its place. To go on would use numbers a second time, so that is refused.
 */
final class LostRegister {

    private LostRegister() {}

    /**
     * @throws RunRefused if there is no register but there was one that was moved, or there are
     *     issued months
     */
    static void refuse(Gits gits, RegisterAddress address) throws IOException {
        refuseMoved(address);
        SortedSet<String> issued = ActFolder.issuedIn(gits.output);
        if (!issued.isEmpty()) {
            throw new RunRefused(
                    RunRefused.Cause.REGISTER_MISSING, address.place(), String.join(", ", issued));
        }
    }

    /**
     * @throws RunRefused if there is no register but there was one that was moved
     */
    static void refuseMoved(RegisterAddress address) {
        // A server is not asked: nothing is put aside there.
        if (address.movedAside().isPresent() && !address.exists()) {
            Path aside = address.movedAside().get();
            throw Register.movedTo(aside)
                    .map(
                            place ->
                                    new RunRefused(
                                            RunRefused.Cause.REGISTER_MOVED_TO,
                                            address.place(),
                                            RegisterAddress.asGiven(place),
                                            aside))
                    .orElseGet(
                            () ->
                                    new RunRefused(
                                            RunRefused.Cause.REGISTER_MOVED,
                                            address.place(),
                                            aside));
        }
    }

    /**
     * @throws RunRefused if there are issued months that the register does not know
     */
    static void refuseOlder(Gits gits, Register register) throws IOException {
        SortedSet<String> unknown = ActFolder.issuedIn(gits.output);
        register.acts().stream().map(Act::folder).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new RunRefused(RunRefused.Cause.ACTS_UNKNOWN, String.join(", ", unknown));
        }
    }

    /**
     * What is read from a changed register is no evidence of what was issued.
     *
     * @throws RunRefused if the register is not what its own hashes say
     */
    static void refuseChanged(Register register) {
        if (!RegisterAudit.of(register).isEmpty()) {
            throw new RunRefused(RunRefused.Cause.REGISTER_CHANGED);
        }
    }
}
