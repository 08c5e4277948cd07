/**
 * What a newcomer fills in: an input folder with every table as workbook and CSV, a note on each
 * column and one example row a table.
 *
 * <p>Start at {@link se.gits.costshare.template.NewInputFolder}. Which columns there are, the
 * readers say ({@link se.gits.costshare.input.Columns}); which words may stand in them, the types
 * say; what they mean, {@code notes.properties} says, and nothing else: the handbook has its words
 * from there, and a test keeps it so.
 *
 * <p>The files are the same bytes every time. Nothing is computed here and nothing is issued.
 */
package se.gits.costshare.template;
