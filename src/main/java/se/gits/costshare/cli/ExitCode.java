package se.gits.costshare.cli;

/** What the program tells the shell (CONTRACT 1). */
final class ExitCode {

    /** Done, or nothing to say. */
    static final int OK = 0;

    /** The program failed; a defect. */
    static final int DEFECT = 1;

    /** Wrong usage. */
    static final int USAGE = 2;

    /** The input was refused; nothing was written. */
    static final int INPUT_REFUSED = 3;

    /** What must be the same is not. */
    static final int DIFFERENCE = 4;

    /** Refused by the state of things. */
    static final int REFUSED = 5;

    /** The surroundings failed. */
    static final int SURROUNDINGS = 6;

    private ExitCode() {}
}
