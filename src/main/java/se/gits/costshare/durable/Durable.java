package se.gits.costshare.durable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Waits until what was written is on the disk, where the power cannot take it. */
public final class Durable {

    /**
     * As Linux says of file systems, of a network among them, that cannot be asked for a folder.
     */
    private static final String CANNOT_BE_ASKED = "Invalid argument";

    private Durable() {}

    /**
     * The bytes of a file; not that it has its name, which is its folder's to keep.
     *
     * @throws IOException if the disk does not take them
     */
    public static void file(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * The names in a folder: what was made in it, moved into it or taken from it. A system that
     * opens no folders, as Windows, and one that cannot be asked, keeps them by itself.
     *
     * @throws IOException if the disk does not take them
     */
    public static void folder(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (AccessDeniedException e) {
            return;
        }
        try (channel) {
            channel.force(true);
        } catch (IOException e) {
            if (!CANNOT_BE_ASKED.equals(e.getMessage())) {
                throw e;
            }
        }
    }

    /**
     * The names in a folder that may be new, and its own in those that it lies in.
     *
     * @throws IOException if the disk does not take them
     */
    public static void folderAndParents(Path folder) throws IOException {
        for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            folder(at);
        }
    }
}
