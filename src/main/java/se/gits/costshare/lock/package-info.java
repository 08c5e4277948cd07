/**
 * Keeps processes apart that would do the same work on files: the folder of a draft, the making of
 * a register.
 */
package se.gits.costshare.lock;
