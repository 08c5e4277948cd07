package se.gits.costshare.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import se.gits.costshare.input.InputFile;

/** The fingerprint of the program that runs: of its jar, or of its classes where there is none. */
final class ProgramHash {

    private ProgramHash() {}

    /** SHA-256 in hexadecimal. */
    static String current() {
        try {
            Path place =
                    Path.of(
                            ProgramHash.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            MessageDigest digest = InputFile.newDigest();
            for (Path file : files(place)) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own files cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
