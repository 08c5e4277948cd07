package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.ZipException;
import se.gits.costshare.pack.ActPackage;
import se.gits.costshare.run.RunRefused;

/** A package that somebody gives, which may be anything. */
final class GivenPackage {

    private GivenPackage() {}

    /** What is done with a package, and may find it damaged. */
    @FunctionalInterface
    interface Use<T> {
        T of(ActPackage opened) throws IOException;
    }

    /**
     * Opens a package.
     *
     * @param use the first that is done with it
     * @throws RunRefused if it is no plain file, no package, too large, or damaged
     * @throws IOException if it cannot be read
     */
    static <T> T opened(Path zip, Use<T> use) throws IOException {
        if (!isOrdinaryFile(zip)) {
            throw new RunRefused(RunRefused.Cause.PACKAGE_NOT_A_FILE, zip);
        }
        try {
            return use.of(ActPackage.read(zip));
        } catch (ActPackage.TooLarge e) {
            throw new RunRefused(RunRefused.Cause.PACKAGE_TOO_LARGE, zip);
        } catch (ZipException | IllegalArgumentException e) {
            throw new RunRefused(RunRefused.Cause.PACKAGE_DAMAGED, zip);
        }
    }

    /** A pipe or a device would never end. What may not be asked is for whoever gives rights. */
    private static boolean isOrdinaryFile(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isRegularFile();
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
