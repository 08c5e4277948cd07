/**
 * What costs are agreed (budget), for what (objekt) and what they came to (utfall), with their file
 * readers.
 *
 * <p>Start at {@link se.gits.costshare.budget.BudgetLine} and {@link
 * se.gits.costshare.budget.ServiceObject}; each file's columns stand in its reader.
 */
package se.gits.costshare.budget;
