package se.gits.costshare.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.FolderAudit;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.pack.ActPackage;
import se.gits.costshare.pack.PackageTexts;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterExtract;
import se.gits.costshare.run.RunRefused;

/** Makes the package of an issued act (paket), for an auditor who does not have this program. */
public final class Packaging {

    private final Register register;
    private final Path output;

    public Packaging(Register register, Path output) {
        this.register = register;
        this.output = output;
    }

    /**
     * Writes the package beside the act's folder, in place of an earlier one.
     *
     * @return where it is
     * @throws RunRefused if the folder is not what was issued
     * @throws IOException if it cannot be read or the package not written
     */
    public Path write(Act act) throws IOException {
        Path folder = output.resolve(act.folder());
        Optional<FolderAudit.Finding> wrong =
                FolderAudit.first(output, act.folder(), act.manifest());
        if (wrong.isPresent()) {
            throw new RunRefused(
                    RunRefused.Cause.FOLDER_NOT_AS_ISSUED, act.folder(), wrong.get().file());
        }
        byte[] bytes = new ActPackage(act.folder(), files(act, folder)).bytes();
        Path zip = output.resolve(act.folder() + ".zip");
        Path aside = output.resolve("." + act.folder() + ".zip.under-arbete");
        try {
            Files.write(aside, bytes);
            Files.move(
                    aside,
                    zip,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
        return zip;
    }

    private SortedMap<String, byte[]> files(Act act, Path folder) throws IOException {
        List<Act> acts =
                register.acts().stream()
                        .filter(other -> other.sequence() <= act.sequence())
                        .filter(other -> other.terms().year().equals(act.terms().year()))
                        .toList();
        SortedMap<String, byte[]> files =
                new TreeMap<>(PackageTexts.of(act, acts, register.notes(acts)));
        SortedMap<String, byte[]> earlier = new TreeMap<>();
        for (Act other : acts) {
            register.inputsOf(other)
                    .all()
                    .forEach(input -> earlier.put(input.sha256(), input.bytes()));
        }
        for (InputFile input : register.inputsOf(act).all()) {
            files.put(ActPackage.INPUTS + input.name(), input.bytes());
            earlier.remove(input.sha256());
        }
        earlier.forEach((sha256, bytes) -> files.put(ActPackage.EARLIER_INPUTS + sha256, bytes));
        ActFolder.read(folder)
                .forEach((path, bytes) -> files.put(act.folder() + "/" + path, bytes));
        RegisterExtract.of(register, act)
                .forEach((name, bytes) -> files.put(ActPackage.REGISTER + name, bytes));
        return files;
    }
}
