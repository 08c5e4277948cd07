package se.gits.costshare.export.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import se.gits.costshare.export.ActExporter;
import se.gits.costshare.party.Party;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Reconciliation;

/**
 * What each party is settled for, line by line, {@code avrakning.csv}: its part of the outcome,
 * what was issued to it during the year, and the difference. What is carried centrally is there
 * too.
 */
public final class SettlementCsv implements ActExporter {

    public static final String FILE_NAME = "avrakning.csv";

    public static final List<String> COLUMNS =
            List.of(
                    "part",
                    "namn",
                    "fakturering",
                    "objekt",
                    "rad",
                    "benämning",
                    "andel_av_utfall",
                    "tidigare_fakturerat",
                    "avräkning");

    @Override
    public String fileName() {
        return FILE_NAME;
    }

    @Override
    public void export(Issuance issuance, OutputStream out) throws IOException {
        CsvFile.write(out, COLUMNS, csv -> add(issuance, csv));
    }

    private static void add(Issuance issuance, CsvFile csv) {
        Reconciliation.of(issuance).entries().stream()
                .sorted(Comparator.comparing(Reconciliation.Entry::party))
                .forEach(
                        entry ->
                                csv.text(entry.party())
                                        .text(
                                                issuance.inputs()
                                                        .parties()
                                                        .find(entry.party())
                                                        .map(Party::name)
                                                        .orElse(""))
                                        .text(entry.invoicing().swedish())
                                        .text(entry.line().line().objectCode())
                                        .text(entry.line().line().row())
                                        .text(entry.line().line().text())
                                        .amount(entry.balance().due())
                                        .amount(entry.balance().before())
                                        .amount(entry.balance().now())
                                        .endRow());
    }
}
