package se.gits.costshare.export.excel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import se.gits.costshare.input.InputFile;

/**
 * The hash of what a workbook holds, however its parts were packed. Should a JDK ever compress
 * otherwise, the file's own hash differs and this one does not.
 *
 * <p>It can be made without this program. In a folder where the workbook is unpacked:
 *
 * <pre>
 * find . -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum
 * </pre>
 *
 * <p>It tells content from packing in files that are trusted; it never stands in for the hash of
 * the file.
 */
public final class WorkbookContent {

    private WorkbookContent() {}

    /**
     * The SHA-256 over the parts' names and hashes, in the order of their names.
     *
     * @return in hexadecimal
     * @throws IOException if the bytes are no readable zip file with at least one part
     */
    public static String sha256(byte[] workbook) throws IOException {
        return sha256(new ByteArrayInputStream(workbook));
    }

    /**
     * The same, read to its end.
     *
     * @throws IOException if it cannot be read, or is no readable zip file with at least one part
     */
    public static String sha256(InputStream workbook) throws IOException {
        SortedMap<String, String> hashOfPart = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(workbook)) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String name = part.getName();
                // Either would let two different workbooks have the same list.
                if (name.indexOf('\n') >= 0 || name.indexOf('\\') >= 0) {
                    throw new ZipException("Not the name of a part: " + name);
                }
                if (!part.isDirectory() && hashOfPart.put(name, InputFile.sha256(zip)) != null) {
                    throw new ZipException("Two parts are called " + name);
                }
            }
        }
        if (hashOfPart.isEmpty()) {
            throw new ZipException("No workbook: there is no part in it");
        }
        StringBuilder list = new StringBuilder();
        hashOfPart.forEach(
                (name, hash) -> list.append(hash).append("  ").append(name).append('\n'));
        return InputFile.sha256(list.toString().getBytes(StandardCharsets.UTF_8));
    }
}
