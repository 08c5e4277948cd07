/** CSV files of an act and its invoices, with the columns of CONTRACT 4. */
package se.gits.costshare.export.csv;
