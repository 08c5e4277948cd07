/**
 * The job that issues a month, wired for Spring Batch.
 *
 * <p>Start at {@link se.gits.costshare.job.Issuing}; the steps stand in {@code IssuingJob}. What a
 * month is, and what its files look like, is the business of {@code run} and {@code export}.
 */
package se.gits.costshare.job;
