package se.gits.costshare.export;

import java.io.IOException;
import java.io.OutputStream;
import se.gits.costshare.run.Issuance;

/** Makes one kind of file of an act as a whole. */
public interface ActExporter {

    /** The file's name within the act's folder. */
    String fileName();

    /** Whether there is such a file of the act. */
    default boolean isMadeFor(Issuance issuance) {
        return true;
    }

    /**
     * Writes the file; the same issuance gives the same bytes, on any machine and at any time.
     *
     * @throws IOException if they cannot be written
     */
    void export(Issuance issuance, OutputStream out) throws IOException;
}
