package se.gits.costshare.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts the changes to the files below a folder, within the process that makes them, and fails at
 * one of them. The classes of the JDK that touch files ask it first, so it is loaded with them and
 * rests on nothing but them.
 */
public final class Disk {

    /** What the process is told of the disk, as system properties. */
    static final String FOLDER = "gits.disk.folder";

    static final String FAULT = "gits.disk.fault";
    static final String CHANGE = "gits.disk.change";

    /** Where the process tells of itself: the changes made, that it waits, that it may go on. */
    static final String LOG = "gits.disk.log";

    static final String WAITS = "waits";
    static final String GO_ON = "go-on";
    static final String CHANGES = "changes";
    static final String IMAGES = "images";
    static final String UNDIVIDED = "undivided";

    /** What a shell says of a process that was killed. */
    static final int KILLED_EXIT_CODE = 137;

    private static final String READ = "read";
    private static final String WRITE = "write";
    private static final int HALF = 2;
    private static final int PAUSE_MILLIS = 5;

    private static String folder;
    private static Path log;
    private static DiskFault fault;
    private static int failing;
    private static final List<String> MADE = new ArrayList<>();

    /** What the disk does for its own ends is not counted. */
    private static final ThreadLocal<Boolean> OWN = ThreadLocal.withInitial(() -> false);

    /** The file whose second half this thread is to write. */
    private static final ThreadLocal<Object> HALF_WRITTEN = new ThreadLocal<>();

    private static boolean failed;

    private Disk() {}

    /** Begins to count, as the system properties say. */
    public static synchronized void begin() {
        log = Path.of(System.getProperty(LOG));
        fault = DiskFault.valueOf(System.getProperty(FAULT));
        failing = Integer.getInteger(CHANGE, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(Disk::tell));
        folder = System.getProperty(FOLDER);
    }

    private static synchronized void tell() {
        OWN.set(true);
        try {
            Files.write(log.resolve(CHANGES), MADE, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean concerns(Object path) {
        return folder != null && path != null && path.toString().startsWith(folder) && !OWN.get();
    }

    /** Before anything is read. */
    public static void reads(Object path) throws IOException {
        asks(READ, path);
    }

    /** Before it is asked what there is. */
    public static void looks(Object path) throws IOException {
        asks("look", path);
    }

    private static void asks(String how, Object path) throws IOException {
        if (concerns(path)) {
            synchronized (Disk.class) {
                if (failed && fault == DiskFault.VANISHED) {
                    throw refusal(how, path);
                }
            }
        }
    }

    /** Before a file or a folder is made, or a file made longer. */
    public static void adds(String how, Object path) throws IOException {
        changes(how, path, true);
    }

    /** Before a folder is made; one that is there is not. */
    public static void makes(Path path) throws IOException {
        if (concerns(path) && !isThere(path)) {
            change("make", path, true);
        }
    }

    private static boolean isThere(Path path) {
        OWN.set(true);
        try {
            return Files.exists(path);
        } finally {
            OWN.set(false);
        }
    }

    /** Before anything is moved, taken away or made shorter. */
    public static void rearranges(String how, Object path) throws IOException {
        changes(how, path, false);
    }

    /**
     * Before bytes are written.
     *
     * @return what to tell of once they are, where half of them are left to write; else null
     */
    public static Object writes(Object path, ByteBuffer bytes) throws IOException {
        if (!concerns(path)) {
            return null;
        }
        if (path.equals(HALF_WRITTEN.get())) {
            HALF_WRITTEN.remove();
            return null;
        }
        synchronized (Disk.class) {
            boolean ends = fault == DiskFault.TORN && MADE.size() + 1 == failing;
            if (!ends) {
                changes(WRITE, path, true);
            }
            if (!ends && !isImaged()) {
                return null;
            }
            if (!ends && bytes.remaining() < HALF) {
                noteUndivided(MADE.size());
                return null;
            }
            Torn torn = new Torn(path, MADE.size(), bytes.limit());
            bytes.limit(bytes.position() + bytes.remaining() / HALF);
            return torn;
        }
    }

    /**
     * A write that is half done.
     *
     * @param limit of what is to be written
     */
    private record Torn(Object path, int change, int limit) {}

    /** In the middle of a write: whoever writes is told that it was half of it, and goes on. */
    public static void tears(Object half, ByteBuffer bytes) throws IOException {
        if (fault == DiskFault.TORN) {
            end();
        }
        Torn torn = (Torn) half;
        bytes.limit(torn.limit());
        HALF_WRITTEN.set(torn.path());
        synchronized (Disk.class) {
            image(DiskFault.TORN, torn.change());
        }
    }

    /** A single byte is written or not. */
    private static void noteUndivided(int change) throws IOException {
        OWN.set(true);
        try {
            Files.createDirectories(log.resolve(UNDIVIDED).resolve(Integer.toString(change)));
        } finally {
            OWN.set(false);
        }
    }

    /** The power goes. */
    private static void end() {
        Runtime.getRuntime().halt(KILLED_EXIT_CODE);
    }

    /** Whether the folder is copied at the last change. */
    private static boolean isImaged() {
        return fault == DiskFault.IMAGED && MADE.size() % failing == 0;
    }

    /** What other threads do meanwhile is done or not, as it is where the process is killed. */
    private static void image(DiskFault like, int change) throws IOException {
        Path from = Path.of(folder);
        Path to = log.resolve(IMAGES).resolve(like + "-" + change).resolve(from.getFileName());
        OWN.set(true);
        try {
            Files.createDirectories(to.getParent());
            Files.walkFileTree(from, new Copying(from, to));
        } finally {
            OWN.set(false);
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes)
                throws IOException {
            Files.createDirectory(to.resolve(from.relativize(entered)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            try {
                Files.copy(file, to.resolve(from.relativize(file)));
            } catch (NoSuchFileException e) {
                // Another thread took it away.
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path gone, IOException e) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static void changes(String how, Object path, boolean adds) throws IOException {
        if (concerns(path)) {
            change(how, path, adds);
        }
    }

    private static void change(String how, Object path, boolean adds) throws IOException {
        synchronized (Disk.class) {
            MADE.add(how + " " + path.toString().substring(folder.length()));
            boolean now = MADE.size() == failing;
            failed |= now;
            switch (fault) {
                case KILLED, TORN -> {
                    if (now) {
                        end();
                    }
                }
                case IMAGED -> {
                    if (isImaged()) {
                        image(DiskFault.KILLED, MADE.size());
                    }
                }
                case FULL -> {
                    if (failed && adds) {
                        throw refusal(how, path);
                    }
                }
                case READ_ONLY, VANISHED -> {
                    if (failed) {
                        throw refusal(how, path);
                    }
                }
                case IN_USE -> {
                    if (now) {
                        throw refusal(how, path);
                    }
                }
                case PAUSED -> {
                    if (now) {
                        pause();
                    }
                }
                default -> {
                    // Counted, and no more.
                }
            }
        }
    }

    /** As the system tells it: of an open file it does not say which. */
    private static IOException refusal(String how, Object path) {
        return how.equals(WRITE) || how.equals(READ)
                ? new IOException(reason())
                : new FileSystemException(path.toString(), null, reason());
    }

    private static String reason() {
        return switch (fault) {
            case FULL -> "No space left on device";
            case READ_ONLY -> "Read-only file system";
            case VANISHED -> "Stale file handle";
            default ->
                    "The process cannot access the file because it is being used by"
                            + " another process";
        };
    }

    private static void pause() throws IOException {
        OWN.set(true);
        try {
            Files.createFile(log.resolve(WAITS));
            while (!Files.exists(log.resolve(GO_ON))) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            OWN.set(false);
        }
    }
}
