package se.gits.costshare.register;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;

/** The register could not be used; its cause tells what the database said. */
public final class RegisterFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<Integer> DAMAGED_FILE =
            Set.of(
                    ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.FILE_VERSION_ERROR_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                    ErrorCode.COLUMN_NOT_FOUND_1);

    /** SQL states of PostgreSQL: data corrupted, index corrupted. */
    private static final Set<String> DAMAGED_ON_SERVER = Set.of("XX001", "XX002");

    /**
     * The classes of SQL states that tell of a connection that is gone, a server that has no room,
     * that ends, or that cannot read or write.
     */
    private static final Set<String> OUT_OF_REACH = Set.of("08", "53", "57", "58");

    private static final String NO_PERMISSION = "42501";

    private final Kind kind;

    /** What stands in the way. */
    public enum Kind {
        /** Another run holds it. */
        BUSY,
        /** It cannot be opened, read or written: no permission, no space, damaged. */
        UNAVAILABLE,
        /** A later version of the program made it. */
        TOO_NEW
    }

    RegisterFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /**
     * Whether what the database keeps is damaged: that is mended by a copy, not by trying again.
     *
     * @param failure whatever came of it, with its causes
     */
    public static boolean tellsDamage(Throwable failure) {
        if (failure instanceof RegisterFailure known && known.kind != Kind.UNAVAILABLE) {
            return false;
        }
        return causes(failure).anyMatch(SQLException.class::isInstance)
                && causes(failure).anyMatch(RegisterFailure::isDamage)
                && !tellsNoAccess(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /** A code for it, an end that comes early, or what H2 does not expect to find in a file. */
    private static boolean isDamage(Throwable e) {
        return e instanceof EOFException
                || e instanceof SQLException sql
                        && (DAMAGED_FILE.contains(sql.getErrorCode())
                                || DAMAGED_ON_SERVER.contains(String.valueOf(sql.getSQLState()))
                                || sql.getErrorCode() == ErrorCode.GENERAL_ERROR_1
                                        && sql.getCause() instanceof MVStoreException);
    }

    /** Whether the disk or the server refused, whatever it is that they keep. */
    static boolean tellsNoAccess(Throwable failure) {
        return causes(failure)
                .anyMatch(
                        e ->
                                e instanceof IOException && !(e instanceof EOFException)
                                        || e instanceof SQLException sql && isOutOfReach(sql));
    }

    private static boolean isOutOfReach(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.equals(NO_PERMISSION)
                || state.length() > 2 && OUT_OF_REACH.contains(state.substring(0, 2));
    }
}
