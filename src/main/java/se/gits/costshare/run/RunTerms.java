package se.gits.costshare.run;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What is asked of a run, beside its inputs.
 *
 * @param month the month to invoice
 * @param issueDate the invoice date
 * @param reason why earlier months are adjusted; empty where none is given
 * @param draft whether the invoices go without numbers (utkast)
 */
public record RunTerms(YearMonth month, LocalDate issueDate, String reason, boolean draft) {}
