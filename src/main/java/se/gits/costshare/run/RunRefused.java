package se.gits.costshare.run;

import java.util.List;
import se.gits.costshare.money.Money;

/** The state of things does not allow the run; nothing is wrong with the input as such. */
public final class RunRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Cause cause;
    private final transient List<Object> details;

    /** Why a run is refused; the words are in {@code messages_sv.properties}. */
    public enum Cause {
        REASON_MISSING,
        CREDIT_REASON_MISSING,
        MONTH_NOT_ISSUED,
        CREDITED_ALREADY,
        NOTHING_INVOICED,
        NOT_CREDITED,
        YEAR_NOT_OVER,
        CREDIT_WAITS,
        SETTLED_ALREADY,
        YEAR_SETTLED,
        ROW_VANISHED,
        PARTY_VANISHED,
        DATE_BEFORE_LAST,
        SERIES_FULL,
        ISSUED_ON_OTHER_INPUT,
        ISSUED_ON_OTHER_DATE,
        ATTEST_MISSING,
        ATTEST_OF_ISSUED,
        ATTEST_OF_OTHER_CONTENT,
        ATTEST_OF_OTHER_INPUT,
        ATTEST_OF_OTHER_TERMS,
        ATTEST_BEFORE_LAST_ACT,
        ATTEST_BY_RUNNER,
        DRAFT_MISSING,
        DRAFT_IS_OTHER,
        BUSY,
        ACTS_UNKNOWN,
        FOLDER_IN_THE_WAY,
        FOLDER_NOT_AS_ISSUED,
        FOLDER_NOT_AS_PACKED,
        FOLDER_NOT_EMPTY,
        FOLDER_PUT_BACK,
        FOREIGN_FILE,
        INPUT_WOULD_BE_REPLACED,
        NOTHING_TO_EXPLAIN,
        NOTHING_TO_VERIFY,
        NO_PACKAGES,
        PACKAGE_DAMAGED,
        PACKAGE_NOT_A_FILE,
        MOVED_FROM_THERE,
        PACKAGE_MISSING,
        PACKAGE_OF_OTHER,
        PACKAGE_TOO_LARGE,
        PACKAGES_DISAGREE,
        PACKAGE_TWICE,
        REGISTER_CHANGED,
        REGISTER_HAS_ACTS,
        REGISTER_MISSING,
        REGISTER_MOVED,
        REGISTER_MOVED_TO,
        NOT_AS_ISSUED
    }

    /**
     * @param details what the words of the cause refer to as {@code {0}}, {@code {1}} …; terms
     *     stand for the act that they ask for
     */
    public RunRefused(Cause cause, Object... details) {
        super(cause + " " + List.of(details));
        this.cause = cause;
        this.details = List.of(details).stream().map(RunRefused::text).toList();
    }

    private static Object text(Object detail) {
        if (detail instanceof RunTerms) {
            return detail;
        }
        return detail instanceof Money amount ? amount.inSwedish() : detail.toString();
    }

    public Cause cause() {
        return cause;
    }

    public List<Object> details() {
        return details;
    }
}
