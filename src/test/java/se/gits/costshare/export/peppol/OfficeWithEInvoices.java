package se.gits.costshare.export.peppol;

import java.time.YearMonth;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.SmallInput;

/** Does what a random year asks for with parties that can receive e-invoices. */
record OfficeWithEInvoices(RandomYear.Office office) implements RandomYear.Office {

    @Override
    public void issue(YearMonth month, SmallInput input) {
        office.issue(month, withAddresses(input));
    }

    @Override
    public boolean credit(YearMonth month, String party, SmallInput input) {
        return office.credit(month, party, withAddresses(input));
    }

    @Override
    public void reissue(YearMonth month, String party, SmallInput input) {
        office.reissue(month, party, withAddresses(input));
    }

    @Override
    public void settle(SmallInput input) {
        office.settle(withAddresses(input));
    }

    private static SmallInput withAddresses(SmallInput input) {
        return input.changeAll(
                        "parter.csv",
                        "fakturering;grupper\n",
                        "fakturering;grupper;peppol_id;referens\n")
                .changeAll(
                        "parter.csv",
                        "(?m)^(\\d{4}|V[A-Z-]+)(;[^\n]*;faktura;[^;\n]*)$",
                        "$1$2;0088:7350003379782;REF $1");
    }
}
