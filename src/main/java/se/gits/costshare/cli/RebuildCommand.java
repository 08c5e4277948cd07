package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.FolderAudit;
import se.gits.costshare.pack.ActPackage;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.register.RegisterRebuild;
import se.gits.costshare.run.RunRefused;

/** Builds the register anew from the packages of its acts, after the database file was lost. */
@Command(name = "rebuild", aliases = "aterskapa", mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

    private final Gits gits;

    @Parameters(index = "0", paramLabel = "DIR")
    Path folder;

    RebuildCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        RegisterAddress address = gits.registerAddress();
        LostRegister.refuseMoved(address);
        List<RegisterRebuild.Kept> kept = new ArrayList<>();
        for (Path zip : packages()) {
            kept.add(GivenPackage.opened(zip, ActPackage::kept));
        }
        if (kept.isEmpty()) {
            throw new RunRefused(RunRefused.Cause.NO_PACKAGES, folder);
        }
        refuseOtherFolders(kept);
        try (Register register = Register.openOrMake(address, gits.clock, gits.actor.get())) {
            if (!register.acts().isEmpty()) {
                throw new RunRefused(RunRefused.Cause.REGISTER_HAS_ACTS, address.place());
            }
            fill(register, kept);
            gits.console
                    .out()
                    .println(
                            gits.messages.of(
                                    "rebuilt", kept.size(), address.place(), register.head()));
        }
        return ExitCode.OK;
    }

    private static void fill(Register register, List<RegisterRebuild.Kept> kept) {
        try {
            RegisterRebuild.fill(register, kept);
        } catch (RuntimeException failure) {
            // An empty register left behind would let the next month begin the numbers anew.
            try {
                register.discard();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
            throw failure;
        }
    }

    /** Folders of acts beside the register tell of packages that are not here. */
    private void refuseOtherFolders(List<RegisterRebuild.Kept> kept) throws IOException {
        SortedSet<String> unknown = ActFolder.issuedIn(gits.output);
        kept.forEach(act -> unknown.remove(act.folder()));
        if (!unknown.isEmpty()) {
            throw new RunRefused(RunRefused.Cause.PACKAGE_MISSING, String.join(", ", unknown));
        }
        for (RegisterRebuild.Kept act : kept) {
            refuseOtherFolder(act);
        }
    }

    /** A folder that remains is what its package says was issued. */
    private void refuseOtherFolder(RegisterRebuild.Kept act) throws IOException {
        Path issued = gits.output.resolve(act.folder());
        if (Files.exists(issued, LinkOption.NOFOLLOW_LINKS)) {
            Optional<FolderAudit.Finding> wrong =
                    FolderAudit.first(gits.output, act.folder(), act.manifest());
            if (wrong.isPresent()) {
                throw new RunRefused(
                        RunRefused.Cause.FOLDER_NOT_AS_PACKED, act.folder(), wrong.get().file());
            }
        }
    }

    private List<Path> packages() throws IOException {
        List<Path> packages = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> zips = Files.newDirectoryStream(folder, "*.zip")) {
                zips.forEach(packages::add);
            }
        }
        return packages;
    }
}
