/**
 * What was done: runs with their inputs, issuing acts with their invoices and amounts, chained by
 * hash (register). Rows are added, never changed.
 *
 * <p>Start at {@link se.gits.costshare.register.Register}; the tables stand in {@code
 * schema/V1__register.sql}. Spring Batch's tables beside them serve restart and nothing else.
 */
package se.gits.costshare.register;
