/**
 * What two inputs of a year differ in that can move a cost (skillnader): an earlier one and a later
 * one, whatever each is to the one who asks.
 *
 * <p>Start at {@link se.gits.costshare.difference.InputDifferences#between}. What the words for a
 * difference are is the business of those who tell it: {@code simulation}.
 */
package se.gits.costshare.difference;
