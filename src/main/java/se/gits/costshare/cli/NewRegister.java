package se.gits.costshare.cli;

import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.RunTerms;

/** Tells that a register is made, and from which number the series then starts (CONTRACT 1). */
final class NewRegister {

    private NewRegister() {}

    /**
     * @param isNew whether this run makes it; else it is there, and nothing is issued in it
     */
    static void tell(
            Gits gits, RegisterAddress address, RunTerms terms, Inputs inputs, boolean isNew) {
        InvoiceSeries series = new InvoiceSeries(terms.issueDate().getYear(), false);
        gits.console
                .err()
                .println(
                        gits.messages.of(
                                isNew ? "register.new" : "register.empty",
                                address.place(),
                                Integer.toString(series.year()),
                                new InvoiceNumber(series, inputs.settings().firstOrdinal())));
    }
}
