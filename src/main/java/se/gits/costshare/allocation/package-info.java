/**
 * Splits costs between the parties that share them (fördelning), and over months.
 *
 * <p>Start at {@link se.gits.costshare.allocation.Shares#split}, the one place in the program where
 * a cost is divided. {@link se.gits.costshare.allocation.MonthlyAllocation} applies it to what has
 * accumulated month by month. What the shares and weights are, and where they come from, is the
 * business of {@code keys}.
 *
 * <p>Plain Java, resting on {@code money} and {@code party} alone; {@code ArchitectureTest} keeps
 * it so. Largest remainder on accumulated amounts was chosen in decision 0002.
 */
package se.gits.costshare.allocation;
