package se.gits.costshare.register;

/** What can happen in a run, as the register notes it. */
public enum RunEvent {
    STARTED("påbörjad"),
    /** Went on where an interrupted run had stopped. */
    RESUMED("återupptagen"),
    ISSUED("utfärdad"),
    /** Someone approved what a preview showed. */
    ATTESTED("attesterad"),
    /** The folder was made again from the register. */
    RESTORED("återställd");

    private final String swedish;

    RunEvent(String swedish) {
        this.swedish = swedish;
    }

    /** The word kept in the register. */
    public String swedish() {
        return swedish;
    }
}
