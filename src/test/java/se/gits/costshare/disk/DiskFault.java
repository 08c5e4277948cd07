package se.gits.costshare.disk;

/** What happens at the change that is counted to. */
public enum DiskFault {
    /** Nothing; the changes are told when the process ends. */
    NONE,
    /** The process is gone before the change. */
    KILLED,
    /** Half of what is written is, and the process is gone. */
    TORN,
    /**
     * Nothing; before every so manieth change, and in the middle of it where it is a write, the
     * folder is copied as a process that is gone there would leave it.
     */
    IMAGED,
    /** From there on nothing can be added; what is there can be moved and taken away. */
    FULL,
    /** From there on nothing can be changed. */
    READ_ONLY,
    /** From there on nothing can be changed, read or seen. */
    VANISHED,
    /** This change alone is refused: another program has the file open. */
    IN_USE,
    /** The process waits until the test lets it go on. */
    PAUSED
}
