/** The list of everything that went into an act and came out of it, with hashes. */
package se.gits.costshare.export.manifest;
