package se.gits.costshare.export.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import se.gits.costshare.export.ActExporter;
import se.gits.costshare.party.Party;
import se.gits.costshare.run.Issuance;

/** Every party's share of every line, also what is not invoiced: {@code fordelning.csv}. */
public final class AllocationCsv implements ActExporter {

    public static final List<String> COLUMNS =
            List.of("period", "objekt", "rad", "part", "namn", "fakturering", "typ", "belopp");

    @Override
    public String fileName() {
        return "fordelning.csv";
    }

    @Override
    public void export(Issuance issuance, OutputStream out) throws IOException {
        CsvFile.write(out, COLUMNS, csv -> add(issuance, csv));
    }

    private static void add(Issuance issuance, CsvFile csv) {
        issuance.forEachShare(
                (share, amount) ->
                        csv.text(issuance.terms().period())
                                .text(share.objectCode())
                                .text(share.row())
                                .text(share.party())
                                .text(
                                        issuance.inputs()
                                                .parties()
                                                .find(share.party())
                                                .map(Party::name)
                                                .orElse(""))
                                .text(share.invoicing().swedish())
                                .text(share.kind().swedish())
                                .amount(amount)
                                .endRow());
    }
}
