/**
 * Amounts in whole öre (belopp) and value added tax (moms).
 *
 * <p>Start at {@link se.gits.costshare.money.Money}. Nothing here divides a cost between parties;
 * that is the business of {@code allocation}. {@code Rounding} is the only rounding there is.
 *
 * <p>Plain Java, resting on nothing; {@code ArchitectureTest} keeps it so.
 */
package se.gits.costshare.money;
