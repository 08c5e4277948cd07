package se.gits.costshare.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.FolderAudit;
import se.gits.costshare.export.pack.ActPackage;
import se.gits.costshare.export.pack.PackageTexts;
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
     * @throws RunRefused if the folder is not what was issued
     * @throws IOException if it cannot be read or the package not written
     */
    public Path write(Act act) throws IOException {
        Path folder = output.resolve(act.folder());
        List<FolderAudit.Finding> findings = FolderAudit.of(folder, act.manifest());
        if (!findings.isEmpty()) {
            throw new RunRefused(
                    RunRefused.Cause.FOLDER_NOT_AS_ISSUED, act.folder(), findings.get(0).file());
        }
        byte[] bytes = new ActPackage(act.folder(), files(act, folder)).bytes();
        Path zip = output.resolve(act.folder() + ".zip");
        Path aside = output.resolve("." + act.folder() + ".zip.under-arbete");
        Files.write(aside, bytes);
        Files.move(aside, zip, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return zip;
    }

    private SortedMap<String, byte[]> files(Act act, Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        PackageTexts.of(act.folder())
                .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        register.inputsOf(act)
                .all()
                .forEach(input -> files.put(ActPackage.INPUTS + input.name(), input.bytes()));
        ActFolder.read(folder)
                .forEach((path, bytes) -> files.put(act.folder() + "/" + path, bytes));
        RegisterExtract.of(register, act)
                .forEach((name, bytes) -> files.put(ActPackage.REGISTER + name, bytes));
        return files;
    }
}
