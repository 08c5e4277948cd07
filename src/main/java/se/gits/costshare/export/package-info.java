/**
 * Files made of an act and its invoices, a simulation or a year's report; one class a kind of file,
 * all listed in {@code Exporters}.
 *
 * <p>Nothing here computes an amount, and nothing reads a clock, a locale or a font of the machine.
 */
package se.gits.costshare.export;
