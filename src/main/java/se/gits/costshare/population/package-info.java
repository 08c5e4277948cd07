/**
 * Population figures (folkmängd) and the reader of SCB's files.
 *
 * <p>Start at {@link se.gits.costshare.population.PopulationTable}.
 */
package se.gits.costshare.population;
