package se.gits.costshare.lock;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps other processes from the same work, by a lock on a file that is gone when the work is done.
 *
 * <p>Because the file is removed, a lock may be had on a file that its name no longer leads to. So
 * the holder removes it before letting go of the lock, and whoever then gets the lock finds out
 * that it is worth nothing, and begins again.
 */
public final class WorkLock implements Closeable {

    private static final int ATTEMPTS = 20;
    private static final int PAUSE_MILLIS = 10;
    private static final int LARGEST_MARK = 1 << 16;

    /**
     * What this process holds. The system's locks do not keep apart those within one process, and
     * where they are POSIX locks, to open and close the file a second time would let go of them.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final Path held;
    private final FileChannel channel;

    private WorkLock(Path file, Path held, FileChannel channel) {
        this.file = file;
        this.held = held;
        this.channel = channel;
    }

    /**
     * Takes the lock, or gives up at once.
     *
     * @param file which is made, with its folder
     * @return empty where another has it
     * @throws IOException if the file cannot be made
     */
    public static Optional<WorkLock> take(Path file) throws IOException {
        Path held = file.toAbsolutePath().normalize();
        if (!HELD.add(held)) {
            return Optional.empty();
        }
        Optional<WorkLock> taken = Optional.empty();
        try {
            taken = lock(file).map(channel -> new WorkLock(file, held, channel));
            return taken;
        } finally {
            if (taken.isEmpty()) {
                HELD.remove(held);
            }
        }
    }

    /** The channel with the lock; empty where another has it. */
    private static Optional<FileChannel> lock(Path file) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                Files.createDirectories(file.getParent());
                FileChannel channel =
                        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                Answer answer = Answer.NAME_LEADS_ELSEWHERE;
                try {
                    answer = ask(channel, file);
                } finally {
                    if (answer != Answer.HAD) {
                        channel.close();
                    }
                }
                if (answer != Answer.NAME_LEADS_ELSEWHERE) {
                    return Optional.of(channel).filter(FileChannel::isOpen);
                }
            } catch (NoSuchFileException | FileAlreadyExistsException | AccessDeniedException e) {
                // The one before is just removing the file or its folder, or it is a real fault.
                throwAtLast(e, attempt);
            }
            pause();
        }
        return Optional.empty();
    }

    private enum Answer {
        HAD,
        ANOTHER_HAS_IT,
        NAME_LEADS_ELSEWHERE
    }

    private static Answer ask(FileChannel channel, Path file) throws IOException {
        try {
            if (channel.tryLock() == null) {
                return Answer.ANOTHER_HAS_IT;
            }
        } catch (OverlappingFileLockException e) {
            return Answer.ANOTHER_HAS_IT;
        }
        return leadsTo(channel, file) ? Answer.HAD : Answer.NAME_LEADS_ELSEWHERE;
    }

    /**
     * Whether the name leads to the file that is open. The file gets a size by chance, and the name
     * is asked for its size: to open it again to read a mark would let go of a POSIX lock, and not
     * every system numbers its files.
     */
    private static boolean leadsTo(FileChannel channel, Path file) throws IOException {
        int size = ThreadLocalRandom.current().nextInt(1, LARGEST_MARK);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), size - 1L);
        try {
            return Files.size(file) == size;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void throwAtLast(FileSystemException e, int attempt) throws IOException {
        if (attempt == ATTEMPTS) {
            throw e;
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Removes the file while nobody else can have the lock, and lets go of it. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
            HELD.remove(held);
        }
    }
}
