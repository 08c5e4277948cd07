/**
 * The settings (inställningar): who invoices, on what terms, and which population figures apply.
 *
 * <p>Start at {@link se.gits.costshare.settings.Settings}.
 */
package se.gits.costshare.settings;
