package se.gits.costshare.cli;

import java.util.Optional;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.invoice.InvoiceNumber;

/**
 * A line of a party's, and how it came about.
 *
 * @param invoice which it stands on; empty where it is carried centrally
 */
record ExplainedLine(Optional<InvoiceNumber> invoice, Explanation explanation) {}
