/** Statistical quantities that costs can be shared by (volymer), with their file reader. */
package se.gits.costshare.volume;
