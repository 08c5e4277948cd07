package se.gits.costshare.run;

import java.util.List;

/** The state of things does not allow the run; nothing is wrong with the input as such. */
public final class RunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause cause;
    private final List<String> details;

    /** Why a run is refused; the words are in {@code messages_sv.properties}. */
    public enum Cause {
        REASON_MISSING,
        ROW_VANISHED,
        PARTY_VANISHED,
        DATE_BEFORE_LAST,
        SERIES_FULL
    }

    RunRefused(Cause cause, Object... details) {
        super(cause + " " + List.of(details));
        this.cause = cause;
        this.details = List.of(details).stream().map(Object::toString).toList();
    }

    public Cause cause() {
        return cause;
    }

    public List<String> details() {
        return details;
    }
}
