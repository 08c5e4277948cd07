package se.gits.costshare.export.sie;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import se.gits.costshare.export.ActExporter;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.settings.Bookkeeping;

/**
 * The file for book-keeping: {@code bokforing.si}, of SIE type 4I. Vouchers have the invoice date
 * and no number; the receiving system gives them theirs.
 *
 * @see "SIE filformat, utgåva 4B, 5.11: records that a file of type 4I must, may and may not have"
 */
public final class BookkeepingFile implements ActExporter {

    public static final String FILE_NAME = "bokforing.si";

    /** Of this form of the file; the program's own would make the same act another file later. */
    private static final String FORM = "1";

    @Override
    public String fileName() {
        return FILE_NAME;
    }

    /** There is one where the settings say how to book. */
    @Override
    public boolean isMadeFor(Issuance issuance) {
        return issuance.inputs().settings().bookkeeping().isPresent();
    }

    @Override
    public void export(Issuance issuance, OutputStream out) throws IOException {
        Bookkeeping bookkeeping = issuance.inputs().settings().bookkeeping().orElseThrow();
        SieRecords records = new SieRecords();
        addIdentification(records, issuance);
        addAccounts(records, bookkeeping);
        String date = SieRecords.date(issuance.terms().issueDate());
        for (Voucher voucher : Vouchers.of(issuance, bookkeeping)) {
            records.record(
                            "#VER",
                            SieRecords.text(bookkeeping.series()),
                            SieRecords.text(""),
                            date,
                            SieRecords.text(voucher.text()))
                    .record("{");
            for (Voucher.Entry entry : voucher.entries()) {
                records.record(
                        "#TRANS",
                        entry.account(),
                        SieRecords.objects(entry.objects()),
                        SieRecords.amount(entry.amount()),
                        date,
                        SieRecords.text(entry.text()));
            }
            records.record("}");
        }
        out.write(records.bytes());
    }

    /** The receiving system sets the flag when it has read the file. */
    private static void addIdentification(SieRecords records, Issuance issuance) {
        String act = Vouchers.nameOf(issuance);
        records.record("#FLAGGA", "0")
                .record(
                        "#PROGRAM",
                        SieRecords.text("GITS kostnadsfördelning"),
                        SieRecords.text(FORM))
                .record("#FORMAT", "PC8")
                .record("#GEN", SieRecords.date(issuance.terms().issueDate()))
                .record("#SIETYP", "4")
                .record(
                        "#PROSA",
                        SieRecords.text(
                                issuance.terms().draft()
                                        ? "UTKAST, ska inte bokföras: " + act
                                        : act))
                .record(
                        "#ORGNR",
                        issuance.inputs().settings().issuer().organisationNumber().toString())
                .record("#FNAMN", SieRecords.text(issuance.inputs().settings().issuer().name()))
                .record("#VALUTA", "SEK");
    }

    private static void addAccounts(SieRecords records, Bookkeeping bookkeeping) {
        for (Map.Entry<String, String> account : bookkeeping.nameOfAccount().entrySet()) {
            records.record("#KONTO", account.getKey(), SieRecords.text(account.getValue()));
        }
        if (!bookkeeping.counterparts().isEmpty()) {
            records.record(
                    "#DIM",
                    Integer.toString(bookkeeping.counterpartDimension()),
                    SieRecords.text("Motpart"));
            List<String> codes =
                    bookkeeping.counterparts().stream()
                            .map(Bookkeeping.Counterpart::code)
                            .distinct()
                            .sorted()
                            .toList();
            for (String code : codes) {
                records.record(
                        "#OBJEKT",
                        Integer.toString(bookkeeping.counterpartDimension()),
                        SieRecords.text(code),
                        SieRecords.text("Motpart " + code));
            }
        }
    }
}
