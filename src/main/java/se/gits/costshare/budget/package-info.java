/**
 * What costs are agreed (budget) and for what (objekt), with their file readers.
 *
 * <p>Start at {@link se.gits.costshare.budget.BudgetLine} and {@link
 * se.gits.costshare.budget.ServiceObject}; each file's columns stand in its reader.
 */
package se.gits.costshare.budget;
