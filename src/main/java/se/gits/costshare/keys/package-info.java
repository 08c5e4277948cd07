/**
 * Allocation keys (fördelningsnycklar): who bears which share of a cost, and by what a group's part
 * is distributed.
 *
 * <p>Start at {@link se.gits.costshare.keys.KeyShare} and {@link
 * se.gits.costshare.keys.Distribution}; the columns of the file stand in {@code KeyFile}.
 */
package se.gits.costshare.keys;
