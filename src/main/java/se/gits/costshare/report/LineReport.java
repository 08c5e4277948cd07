package se.gits.costshare.report;

import se.gits.costshare.budget.BudgetLine;

/**
 * A budget line's year.
 *
 * @param line as it is now; one that is gone again as it was
 */
public record LineReport(BudgetLine line, LineChange change, FollowUp followUp) {}
