/**
 * The parties that share costs (parter): who they are, how they are invoiced, and the check digits
 * of the numbers they are known by.
 *
 * <p>Start at {@link se.gits.costshare.party.Party}. How parties are read from a file is the
 * business of {@code parties}.
 *
 * <p>Plain Java, resting on {@code money} alone; {@code ArchitectureTest} keeps it so.
 */
package se.gits.costshare.party;
