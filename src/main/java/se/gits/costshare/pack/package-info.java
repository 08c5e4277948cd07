/**
 * The package of an act (paket): a zip with everything an outside auditor needs to check it without
 * this program, and from which the register can be rebuilt.
 *
 * <p>Start at {@link se.gits.costshare.pack.ActPackage}.
 */
package se.gits.costshare.pack;
