/**
 * Pages to look at, one file each that needs no network and no script: {@code rapport.html}.
 *
 * <p>What a page says stands in its template, {@code simulation.mustache} or {@code
 * report.mustache}; the pieces that pages share are templates too, and {@code page.css} is how all
 * of them look.
 */
package se.gits.costshare.export.html;
