package se.gits.costshare.register;

import java.time.Year;
import java.util.List;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuedAct.IssuedAmount;

/**
 * What is known of issued acts, so that they can be computed again: the {@link Register} itself, or
 * what a package keeps of it ({@link ExtractedActs}).
 */
public interface IssuedActs {

    /** Every act that is known whole, in the order of issue. */
    List<Act> acts();

    /** The input files of an act, byte for byte. */
    InputFiles inputsOf(Act act);

    /** The amounts of an act, in the order they were issued. */
    List<IssuedAmount> amountsOf(Act act);

    /** What is kept of an act's invoices. */
    List<InvoiceRow> invoicesOf(Act act);

    /**
     * What was issued before an act, as the run that led to it knew.
     *
     * @param sequence the act's
     */
    Issued issuedBefore(int sequence, Year year);
}
