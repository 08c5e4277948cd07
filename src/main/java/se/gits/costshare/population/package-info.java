/**
 * Population figures (folkmängd) and the readers of SCB's files.
 *
 * <p>Start at {@link se.gits.costshare.population.PopulationTable}; then {@link
 * se.gits.costshare.population.PopulationFile}, which names the layouts.
 */
package se.gits.costshare.population;
