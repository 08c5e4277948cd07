/**
 * What another set of keys, budgets, participants or populations would cost each party: two inputs
 * computed as a month is, and held against each other (simulering).
 *
 * <p>Start at {@link se.gits.costshare.simulation.Simulation#of}. What the inputs themselves differ
 * in, {@code difference} finds.
 */
package se.gits.costshare.simulation;
