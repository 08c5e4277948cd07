package se.gits.costshare.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the input folder, byte for byte.
 *
 * @param name its name within the folder
 */
public record InputFile(String name, byte[] bytes) {

    /** Its name without ending, {@code budget-2023}: what tells one table from another. */
    public String baseName() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** Whether its name says that it is a workbook. */
    public boolean isWorkbook() {
        return name.endsWith(".xlsx");
    }

    /** The SHA-256 of the bytes, in hexadecimal. */
    public String sha256() {
        return sha256(bytes);
    }

    /** The SHA-256 of some bytes, in hexadecimal. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(newDigest().digest(bytes));
    }

    /**
     * The SHA-256 of what a stream has to its end, in hexadecimal; it need not have room in memory.
     *
     * @throws IOException if it cannot be read
     */
    public static String sha256(InputStream in) throws IOException {
        MessageDigest digest = newDigest();
        in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The SHA-256 of a file of any size, in hexadecimal.
     *
     * @throws IOException if it cannot be read
     */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return sha256(in);
        }
    }

    /** A SHA-256 to be fed with bytes. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
