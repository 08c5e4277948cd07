package se.gits.costshare.export.pdf;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import se.gits.costshare.export.html.HtmlTemplate;

/**
 * What a PDF says of itself, to readers and archives.
 *
 * @param title shown above the window that the file is read in
 * @param author who issued it
 * @param subject what it is about
 * @param date when it was made: the invoice date, since the file is a function of the invoice
 */
record DocumentFacts(String title, String author, String subject, LocalDate date) {

    private static final String PROGRAM = "GITS kostnadsfördelning";

    private static final HtmlTemplate METADATA =
            new HtmlTemplate(DocumentFacts.class, "metadata.mustache");

    DocumentFacts {
        title = PrintableText.of(title);
        author = PrintableText.of(author);
        subject = PrintableText.of(subject);
    }

    /** The places of {@code metadata.mustache}. */
    private record Places(
            String title, String author, String subject, String time, String program) {}

    /**
     * As XMP.
     *
     * @see "ISO 19005-3, 6.6: metadata, and 14289-1, 5: the identification of PDF/UA"
     */
    byte[] asXmp() {
        return METADATA.text(new Places(title, author, subject, date + "T00:00:00Z", PROGRAM))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same in the document's own dictionary, for readers that know no XMP. */
    PDDocumentInformation asDictionary() {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setAuthor(author);
        information.setSubject(subject);
        information.setCreator(PROGRAM);
        information.setProducer(PROGRAM);
        String time = pdfTime(date);
        COSDictionary entries = information.getCOSObject();
        entries.setString(COSName.CREATION_DATE, time);
        entries.setString(COSName.MOD_DATE, time);
        return information;
    }

    /** Written by hand: a calendar would bring the machine's time zone and locale. */
    static String pdfTime(LocalDate date) {
        return "D:" + DateTimeFormatter.BASIC_ISO_DATE.format(date) + "000000Z";
    }
}
