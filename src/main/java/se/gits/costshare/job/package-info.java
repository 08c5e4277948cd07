/**
 * The job that issues a month, wired for Spring Batch.
 *
 * <p>Start at {@link se.gits.costshare.job.IssueMonth}; the steps stand in {@code MonthJob}. What a
 * month is, and what its files look like, is the business of {@code run} and {@code export}.
 */
package se.gits.costshare.job;
