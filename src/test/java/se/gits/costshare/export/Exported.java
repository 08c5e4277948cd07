package se.gits.costshare.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import se.gits.costshare.run.Issuance;

/** Files of an act as a whole, in memory. */
public final class Exported {

    private Exported() {}

    public static byte[] by(ActExporter exporter, Issuance issuance) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            exporter.export(issuance, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
