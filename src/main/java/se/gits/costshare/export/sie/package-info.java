/**
 * What an act issues, for the issuer's own accounts: a file of SIE type 4I, as a system for
 * invoices hands it to one for book-keeping (bokföringsfil).
 *
 * <p>Start at {@link se.gits.costshare.export.sie.BookkeepingFile}. {@code Vouchers} says what is
 * booked where, {@code SieRecords} how a record is written. Accounts, cost centres, projects and
 * counterparts come from the settings; none stands here.
 *
 * @see "SIE filformat, utgåva 4B (2008-09-30)"
 */
package se.gits.costshare.export.sie;
