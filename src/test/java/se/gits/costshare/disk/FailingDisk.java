package se.gits.costshare.disk;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A disk that fails at one change to the files below a folder.
 *
 * @param folder whose files are counted
 * @param fault what happens
 * @param change at which of the changes, the first being 1; of copies, at each that it divides
 * @param log a folder of the test's own, where the process tells of itself
 */
public record FailingDisk(Path folder, DiskFault fault, int change, Path log) {

    /** Exit code of a process that was gone at once. */
    public static final int KILLED = Disk.KILLED_EXIT_CODE;

    private static final int PAUSE_MILLIS = 5;

    /** A minute and more: whatever has not come by then does not. */
    private static final int MOST_PAUSES = 20_000;

    private static Jars jars;

    /** One that only counts. */
    public static FailingDisk counting(Path folder, Path log) {
        return new FailingDisk(folder, DiskFault.NONE, 0, log);
    }

    /**
     * One that keeps how the folder is at changes.
     *
     * @param every how many changes there are from one copy to the next
     */
    public static FailingDisk copying(Path folder, int every, Path log) {
        return new FailingDisk(folder, DiskFault.IMAGED, every, log);
    }

    /**
     * The options of a JVM that runs on this disk.
     *
     * @throws IOException if what the JVM is to load cannot be written
     */
    public List<String> javaOptions() throws IOException {
        return List.of(
                "-XX:+UnlockDiagnosticVMOptions",
                // A quarter of a run is to load and to verify classes, which others do.
                "-XX:-BytecodeVerificationRemote",
                "-XX:+AllowArchivingWithJavaAgent",
                "-XX:-PrintWarnings",
                "-Xlog:disable",
                archiveOption(),
                "-Xbootclasspath/a:" + jars().disk(),
                "-javaagent:" + jars().agent() + "=" + jars().names(),
                "-D" + Disk.FOLDER + "=" + folder,
                "-D" + Disk.FAULT + "=" + fault,
                "-D" + Disk.CHANGE + "=" + change,
                "-D" + Disk.LOG + "=" + log);
    }

    /** The first process that only counts leaves the classes that it loaded to the others. */
    private String archiveOption() throws IOException {
        Path archive = jars().archive();
        return fault == DiskFault.NONE && !Files.exists(archive)
                ? "-XX:ArchiveClassesAtExit=" + archive
                : "-XX:SharedArchiveFile=" + archive;
    }

    /**
     * What the process loads.
     *
     * @param disk what the JDK's own classes are to see
     * @param agent what puts them in place
     * @param names theirs, with commas between
     * @param archive the classes of the program and its libraries, once there is one
     */
    private record Jars(Path disk, Path agent, String names, Path archive) {}

    private static synchronized Jars jars() throws IOException {
        if (jars == null) {
            Path folder = Files.createTempDirectory("gits-disk");
            folder.toFile().deleteOnExit();
            Manifest manifest = new Manifest();
            Attributes attributes = manifest.getMainAttributes();
            attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            Path disk = jar(folder.resolve("disk.jar"), manifest, Map.of(), "Disk", "DiskFault");
            attributes.putValue("Premain-Class", DiskAgent.class.getName());
            attributes.putValue("Can-Redefine-Classes", "true");
            Map<String, byte[]> asking = AskingClasses.all();
            Path archive = folder.resolve("classes.jsa");
            archive.toFile().deleteOnExit();
            jars =
                    new Jars(
                            disk,
                            jar(folder.resolve("agent.jar"), manifest, asking, "DiskAgent"),
                            String.join(",", asking.keySet()),
                            archive);
        }
        return jars;
    }

    /**
     * The classes of those names, and those within them.
     *
     * @param more files to lie beside them
     */
    private static Path jar(Path jar, Manifest manifest, Map<String, byte[]> more, String... names)
            throws IOException {
        String folder = Disk.class.getPackageName().replace('.', '/') + "/";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                DirectoryStream<Path> files =
                        Files.newDirectoryStream(
                                Path.of(origin(Disk.class)).resolve(folder), "*.class")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (List.of(names).contains(name.split("[$.]")[0])) {
                    out.putNextEntry(new JarEntry(folder + name));
                    Files.copy(file, out);
                }
            }
            for (Map.Entry<String, byte[]> file : more.entrySet()) {
                out.putNextEntry(new JarEntry(folder + file.getKey()));
                out.write(file.getValue());
            }
        }
        jar.toFile().deleteOnExit();
        return jar;
    }

    private static URI origin(Class<?> type) throws IOException {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** What was changed, a line each, once the process has ended by itself. */
    public List<String> changes() throws IOException {
        return Files.readAllLines(log.resolve(Disk.CHANGES));
    }

    /** The folder as a process leaves it that is killed, or torn, at a change. */
    public Path image(DiskFault like, int at) {
        return log.resolve(Disk.IMAGES).resolve(like + "-" + at).resolve(folder.getFileName());
    }

    /** Whether what was written at a change, copied there, is a single byte. */
    public boolean isUndivided(int at) {
        return Files.exists(log.resolve(Disk.UNDIVIDED).resolve(Integer.toString(at)));
    }

    /** Waits until the process has come to the change; false if it ended before that. */
    public boolean awaitPause(Process process) throws InterruptedException {
        for (int i = 0; i < MOST_PAUSES; i++) {
            if (!process.isAlive() || Files.exists(log.resolve(Disk.WAITS))) {
                break;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return Files.exists(log.resolve(Disk.WAITS));
    }

    /** Lets the process go on. */
    public void goOn() throws IOException {
        Files.createFile(log.resolve(Disk.GO_ON));
    }
}
