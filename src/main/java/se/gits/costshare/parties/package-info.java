/**
 * The table of parties (parter) and its file reader.
 *
 * <p>What one party is stands in {@code party}, which rests on no file format.
 */
package se.gits.costshare.parties;
