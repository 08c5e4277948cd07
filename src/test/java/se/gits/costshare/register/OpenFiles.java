package se.gits.costshare.register;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which files this process has open. */
final class OpenFiles {

    private OpenFiles() {}

    /**
     * Those below a folder, taken away or not: where the system tells. Where it does not, a file
     * that is open is not deleted either.
     */
    static List<Path> in(Path folder) throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        List<Path> open = new ArrayList<>();
        if (Files.isDirectory(descriptors)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
                for (Path descriptor : all) {
                    try {
                        open.add(Files.readSymbolicLink(descriptor));
                    } catch (NoSuchFileException e) {
                        // The listing's own, which is closed by now.
                    }
                }
            }
        }
        open.removeIf(file -> !file.startsWith(folder));
        return open;
    }
}
