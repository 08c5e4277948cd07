package se.gits.costshare.register;

import java.io.EOFException;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.postgresql.util.PSQLException;

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

    /**
     * SQL states of PostgreSQL: data or an index corrupted; a table or a column that is missing.
     */
    private static final Set<String> DAMAGED_ON_SERVER = Set.of("XX001", "XX002", "42P01", "42703");

    /** Of PostgreSQL, that a role may not do something. */
    private static final String MISSING_RIGHT = "42501";

    /**
     * How SQL states begin that tell of a connection that is gone, a server that has no room, that
     * ends, or that cannot read or write, and of a right that is missing.
     */
    private static final Set<String> OUT_OF_REACH = Set.of("08", "53", "57", "58", MISSING_RIGHT);

    /** How the names of its classes begin. */
    private static final Set<String> JDK = Set.of("java.", "jdk.", "sun.");

    private final Kind kind;
    private final boolean isOnServer;

    /** What stands in the way. */
    public enum Kind {
        /** Another run holds it. */
        BUSY,
        /** It cannot be opened, read or written: no permission, no space, damaged. */
        UNAVAILABLE,
        /** There is none, or no longer. */
        GONE,
        /** The server has not the schema that the address names, or the role may not use it. */
        NO_SCHEMA,
        /** Its file is a link, which would be replaced in the file's stead. */
        LINK,
        /** What held it against all others is gone, so another run may have gone on. */
        LOST,
        /** It was moved, and goes on elsewhere. */
        MOVED,
        /** A later version of the program made it. */
        TOO_NEW
    }

    private RegisterFailure(Kind kind, RegisterAddress address, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.isOnServer = address.file().isEmpty();
    }

    static RegisterFailure busy(RegisterAddress address, SQLException cause) {
        return new RegisterFailure(Kind.BUSY, address, address.url(), cause);
    }

    static RegisterFailure unavailable(RegisterAddress address, Exception cause) {
        return new RegisterFailure(Kind.UNAVAILABLE, address, address.url(), cause);
    }

    static RegisterFailure gone(RegisterAddress address) {
        return new RegisterFailure(Kind.GONE, address, address.place(), null);
    }

    static RegisterFailure noSchema(RegisterAddress address) {
        return new RegisterFailure(Kind.NO_SCHEMA, address, address.place(), null);
    }

    static RegisterFailure link(RegisterAddress address) {
        return new RegisterFailure(Kind.LINK, address, address.place(), null);
    }

    static RegisterFailure lost(RegisterAddress address) {
        return lost(address, null);
    }

    /**
     * @param cause why it was let go of; null where nobody told
     */
    static RegisterFailure lost(RegisterAddress address, Exception cause) {
        return new RegisterFailure(Kind.LOST, address, address.url(), cause);
    }

    static RegisterFailure moved(RegisterAddress address, String place) {
        return new RegisterFailure(Kind.MOVED, address, place, null);
    }

    static RegisterFailure tooNew(RegisterAddress address, int version) {
        return new RegisterFailure(
                Kind.TOO_NEW, address, version + " > " + RegisterSchema.VERSION, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Whether it was moved there. */
    public boolean isMovedTo(RegisterAddress address) {
        return kind == Kind.MOVED && address.place().equals(getMessage());
    }

    /**
     * That the run no longer holds the register, where that lies behind what it failed of.
     *
     * @param failure whatever came of it, with its causes
     */
    public static Optional<RegisterFailure> lostBehind(Throwable failure) {
        return causes(failure)
                .filter(RegisterFailure.class::isInstance)
                .map(RegisterFailure.class::cast)
                .filter(known -> known.kind == Kind.LOST)
                .findFirst();
    }

    /**
     * Whether it came from a server: what to do about it is then for whoever keeps the server.
     *
     * @param failure whatever came of it, with its causes
     */
    public static boolean isOnServer(Throwable failure) {
        return causes(failure)
                .anyMatch(
                        e ->
                                e instanceof PSQLException
                                        || e instanceof RegisterFailure known && known.isOnServer);
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

    /** It and all that lies behind it. */
    public static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, RegisterFailure::behind);
    }

    /** Of rows that are sent together a database tells in another way than as a cause. */
    private static Throwable behind(Throwable e) {
        return e instanceof BatchUpdateException batch ? batch.getNextException() : e.getCause();
    }

    /** A code for it, an end that comes early, or what H2 does not expect to find in a file. */
    private static boolean isDamage(Throwable e) {
        return e instanceof EOFException
                || e instanceof SQLException sql
                        && (DAMAGED_FILE.contains(sql.getErrorCode())
                                || DAMAGED_ON_SERVER.contains(String.valueOf(sql.getSQLState()))
                                || sql.getErrorCode() == ErrorCode.GENERAL_ERROR_1
                                        && isStumbling(sql.getCause()));
    }

    /** H2 has no words for most of what it stumbles on when it reads a damaged page. */
    private static boolean isStumbling(Throwable e) {
        return e instanceof MVStoreException
                || e instanceof RuntimeException
                        && Stream.of(e.getStackTrace())
                                .map(StackTraceElement::getClassName)
                                .filter(name -> JDK.stream().noneMatch(name::startsWith))
                                .limit(1)
                                .anyMatch(name -> name.startsWith("org.h2."));
    }

    /**
     * Whether a database's user may not do what was asked: that is for another user to do.
     *
     * @param failure whatever came of it, with its causes
     */
    public static boolean tellsMissingRight(Throwable failure) {
        return causes(failure)
                .anyMatch(
                        e ->
                                e instanceof SQLException sql
                                        && MISSING_RIGHT.equals(sql.getSQLState()));
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
        return OUT_OF_REACH.stream().anyMatch(state::startsWith);
    }
}
