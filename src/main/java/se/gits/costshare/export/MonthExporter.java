package se.gits.costshare.export;

import se.gits.costshare.run.Month;

/** Makes one kind of file of a month as a whole. */
public interface MonthExporter {

    /** The file's name within the act's folder. */
    String fileName();

    /** The file; the same month gives the same bytes, on any machine and at any time. */
    byte[] export(Month month);
}
