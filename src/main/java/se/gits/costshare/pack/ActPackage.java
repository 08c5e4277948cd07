package se.gits.costshare.pack;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.input.BoundedInputStream;
import se.gits.costshare.export.FolderAudit;
import se.gits.costshare.export.FolderNames;
import se.gits.costshare.export.manifest.Manifest;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.register.ExtractedActs;
import se.gits.costshare.register.RegisterRebuild;
import tools.jackson.core.JacksonException;

/**
 * The files of a package by their paths within it.
 *
 * @param act as the act's folder is called
 * @param files without the list of sums, which follows from them
 */
public record ActPackage(String act, SortedMap<String, byte[]> files) {

    /** The folder of the input files. */
    public static final String INPUTS = "underlag/";

    /** The folder of the register's tables. */
    public static final String REGISTER = "register/";

    /** The input files of the year's earlier acts, each once, called by its SHA-256. */
    public static final String EARLIER_INPUTS = REGISTER + "filer/";

    /** The sums of all other files. */
    public static final String SUMS = "PAKET-SHA256SUMS";

    /** Later than the first that a zip file can hold: that one depends on the time zone. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    /** A month of all Sweden's municipalities is some hundred megabytes unpacked. */
    private static final long MOST_BYTES = 1L << 30;

    /** What else is done with a package needs as much memory again. */
    private static final long MOST_PART_OF_MEMORY = 2;

    /** What is small anyhow need not be loosely packed to be harmless. */
    private static final long SMALL_BYTES = 8L << 20;

    /** Long tables shrink to a twentieth or so; a zip bomb to a thousandth. */
    private static final long MOST_TIMES = 100;

    private static final int MOST_FILES = 20_000;

    /** With what other systems take for a slash, or unseen; from a drive, a root or upwards. */
    private static final Pattern ODD_NAME =
            Pattern.compile("(?s).*[\\\\\\p{Cntrl}].*|[A-Za-z]:.*|(.*/)?\\.{0,2}(/.*)?");

    /** A package with more in it than there is memory for, or packed as no real one is. */
    public static final class TooLarge extends ZipException {
        private static final long serialVersionUID = 1L;

        TooLarge(String name) {
            super(name);
        }
    }

    public ActPackage {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The folder of the act's own files. */
    public String actFolder() {
        return act + "/";
    }

    /** The files of a folder, by their paths within it. */
    public SortedMap<String, byte[]> in(String folder) {
        SortedMap<String, byte[]> within = new TreeMap<>();
        files.forEach(
                (path, bytes) -> {
                    if (path.startsWith(folder)) {
                        within.put(path.substring(folder.length()), bytes);
                    }
                });
        return within;
    }

    /**
     * What the package has of the register.
     *
     * @throws IllegalArgumentException if it does not hang together
     */
    public ExtractedActs acts() {
        List<byte[]> inputs = new ArrayList<>(in(INPUTS).values());
        inputs.addAll(in(EARLIER_INPUTS).values());
        return new ExtractedActs(tables(), inputs);
    }

    /**
     * What a register is rebuilt from.
     *
     * @throws IllegalArgumentException if the act's folder is not called as one, its files are not
     *     those of its manifest, or its inputs are none
     */
    public RegisterRebuild.Kept kept() {
        SortedMap<String, byte[]> folder = in(actFolder());
        String manifest = InputFile.sha256(folder.get(Manifest.FILE_NAME));
        if (!FolderNames.isOfAct(act) || !isAsSealed(folder, manifest)) {
            throw new IllegalArgumentException(act);
        }
        List<InputFile> inputs = new ArrayList<>();
        for (Map.Entry<String, byte[]> kept : in(INPUTS).entrySet()) {
            InputFile input = new InputFile(kept.getKey(), kept.getValue());
            if (!InputFolder.canHave(input)) {
                throw new IllegalArgumentException(input.name());
            }
            inputs.add(input);
        }
        return new RegisterRebuild.Kept(act, manifest, tables(), new InputFiles(inputs));
    }

    /** A manifest that anyone may have written need not be one. */
    private boolean isAsSealed(SortedMap<String, byte[]> folder, String manifest) {
        try {
            return FolderAudit.of(act, folder, manifest).isEmpty();
        } catch (JacksonException | NoSuchElementException e) {
            return false;
        }
    }

    private SortedMap<String, byte[]> tables() {
        SortedMap<String, byte[]> tables = in(REGISTER);
        tables.keySet().removeIf(name -> name.contains("/"));
        return tables;
    }

    /** The zip file: the same files give the same bytes. */
    public byte[] bytes() {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.put(SUMS, sums().getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : all.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ENTRY_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private String sums() {
        SortedMap<String, String> sumOfFile = new TreeMap<>();
        files.forEach((path, bytes) -> sumOfFile.put(path, InputFile.sha256(bytes)));
        return sums(sumOfFile);
    }

    private static String sums(SortedMap<String, String> sumOfFile) {
        StringBuilder sums = new StringBuilder();
        sumOfFile.forEach((path, sum) -> sums.append(sum).append("  ").append(path).append('\n'));
        return sums.toString();
    }

    /**
     * Reads a package, which may come from anywhere: nothing is written, and it is refused where it
     * is larger than any month or its sums do not hold, before it is held in memory.
     *
     * @throws TooLarge if it would take more memory than any month, or than there is
     * @throws ZipException if it is no package, or not whole
     * @throws IOException if it cannot be read
     */
    public static ActPackage read(Path zip) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
            if (file.size() > MOST_FILES) {
                throw new TooLarge(zip.toString());
            }
            SortedMap<String, Content> contents = contents(file);
            demandSums(contents);
            for (Content content : contents.values()) {
                files.put(content.entry().getName(), content.in(file));
            }
        } catch (EOFException e) {
            throw damaged(e);
        }
        return new ActPackage(actIn(files), files);
    }

    private static ZipException damaged(IOException e) {
        ZipException damaged = new ZipException(e.getMessage());
        damaged.initCause(e);
        return damaged;
    }

    /**
     * What an entry unpacks to.
     *
     * @param size in bytes, as counted: what the zip says of it may be a lie
     */
    private record Content(ZipEntry entry, String sum, long size) {

        /** Unpacks it once more. The file may have been written in since. */
        byte[] in(ZipFile file) throws IOException {
            try (InputStream in = file.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(Math.toIntExact(size));
                if (!InputFile.sha256(bytes).equals(sum)) {
                    throw new ZipException(entry.getName());
                }
                return bytes;
            }
        }
    }

    /** Unpacks everything once, and keeps none of it. */
    private static SortedMap<String, Content> contents(ZipFile file) throws IOException {
        SortedMap<String, Content> contents = new TreeMap<>();
        long bytesLeft =
                Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / MOST_PART_OF_MEMORY);
        for (Enumeration<? extends ZipEntry> entries = file.entries();
                entries.hasMoreElements(); ) {
            Content content = content(file, entries.nextElement(), bytesLeft);
            bytesLeft -= content.size();
            String name = content.entry().getName();
            if (ODD_NAME.matcher(name).matches() || contents.put(name, content) != null) {
                throw new ZipException(name);
            }
        }
        return contents;
    }

    private static Content content(ZipFile file, ZipEntry entry, long bytesLeft)
            throws IOException {
        long mostBytes =
                Math.min(
                        bytesLeft,
                        Math.max(SMALL_BYTES, MOST_TIMES * Math.max(1, entry.getCompressedSize())));
        try (BoundedInputStream in =
                BoundedInputStream.builder()
                        .setInputStream(file.getInputStream(entry))
                        .setMaxCount(mostBytes + 1)
                        .get()) {
            String sum = InputFile.sha256(in);
            if (in.getCount() > mostBytes) {
                throw new TooLarge(entry.getName());
            }
            return new Content(entry, sum, in.getCount());
        }
    }

    /** Takes the list of sums out of the contents, which are to be what it says. */
    private static void demandSums(SortedMap<String, Content> contents) throws ZipException {
        Content list = contents.remove(SUMS);
        SortedMap<String, String> sumOfFile = new TreeMap<>();
        contents.forEach((name, content) -> sumOfFile.put(name, content.sum()));
        byte[] sums = sums(sumOfFile).getBytes(StandardCharsets.UTF_8);
        if (list == null || !list.sum().equals(InputFile.sha256(sums))) {
            throw new ZipException(SUMS);
        }
    }

    /** The act's folder is the one that has a manifest. */
    private static String actIn(SortedMap<String, byte[]> files) throws ZipException {
        String manifest = "/" + Manifest.FILE_NAME;
        return files.keySet().stream()
                .filter(path -> path.endsWith(manifest))
                .map(path -> path.substring(0, path.length() - manifest.length()))
                .findFirst()
                .orElseThrow(() -> new ZipException(manifest));
    }
}
