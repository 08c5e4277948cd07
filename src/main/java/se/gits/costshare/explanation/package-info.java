/**
 * Tells how an amount on an invoice came about (förklaring), back to what was agreed: the line's
 * cost, the months, the key's rows, the parties' weights, and who got the odd öre and why.
 *
 * <p>Start at {@link se.gits.costshare.explanation.Explanations}. Nothing is computed here that the
 * run computes: an explanation is taken from the same split, and refuses to exist if it does not
 * come to the amount that it explains.
 */
package se.gits.costshare.explanation;
