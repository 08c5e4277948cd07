/**
 * What all input has in common: files kept byte for byte, tables from CSV and workbooks, cells with
 * a place, and problems told with place, row, value, fault and remedy.
 *
 * <p>Start at {@link se.gits.costshare.input.TableFile} and {@link
 * se.gits.costshare.input.InputProblem}. A file becomes a {@link se.gits.costshare.input.Sheet},
 * whatever kind it is ({@code CsvSheet}, {@code WorkbookSheet}), and a sheet a table. What the
 * columns of a table mean is the business of the package that its type lives in: {@code parties},
 * {@code keys}, {@code budget}, {@code population}, {@code volume}, {@code settings}.
 */
package se.gits.costshare.input;
