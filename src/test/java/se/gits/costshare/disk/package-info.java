/**
 * A disk that fails, under the real process: every change that the program makes to the files below
 * a folder is counted, and at one of them the power goes, the disk is full, or whatever a test asks
 * for.
 *
 * <p>{@link se.gits.costshare.disk.FailingDisk} is what a test asks; the rest is loaded into the
 * process that it starts.
 */
package se.gits.costshare.disk;
