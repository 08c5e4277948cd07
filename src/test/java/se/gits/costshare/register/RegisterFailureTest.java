package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** What a database says, and what that means for whoever has to mend it. */
class RegisterFailureTest {

    private static final RegisterAddress FILE =
            RegisterAddress.parse("jdbc:h2:file:/x/gits").orElseThrow();

    private static final RegisterAddress SERVER =
            RegisterAddress.parse("jdbc:postgresql://localhost/gits").orElseThrow();

    // What a damaged page may lead to, which begins within Java.
    private static final Runnable LIST = () -> new ArrayList<>().get(5);
    private static final Runnable BUFFER = () -> ByteBuffer.allocate(1).get(5);

    private static SQLException h2(int code, Throwable cause) {
        return new SQLException("H2", Integer.toString(code), code, cause);
    }

    private static SQLException state(String state) {
        return new SQLException("server", state);
    }

    private static SQLException batch(SQLException next) {
        SQLException batch = new BatchUpdateException();
        batch.setNextException(next);
        return batch;
    }

    private static Throwable thrownIn(String... classes) {
        Throwable thrown = new IndexOutOfBoundsException();
        thrown.setStackTrace(
                Stream.of(classes)
                        .map(name -> new StackTraceElement(name, "read", null, -1))
                        .toArray(StackTraceElement[]::new));
        return thrown;
    }

    /** As Java throws it, in code of a class. */
    private static Throwable arisenIn(String name, Runnable code) {
        RuntimeException thrown = catchThrowableOfType(RuntimeException.class, code::run);
        thrown.setStackTrace(
                Stream.of(thrown.getStackTrace())
                        .map(
                                frame ->
                                        frame.getClassName().startsWith("se.gits.")
                                                ? new StackTraceElement(name, "read", null, -1)
                                                : frame)
                        .toArray(StackTraceElement[]::new));
        return thrown;
    }

    private static Throwable within(Throwable cause) {
        return new IllegalStateException(new IllegalStateException(cause));
    }

    static Stream<Arguments> said() {
        IOException noRoom = new IOException("No space left on device");
        EOFException cut = new EOFException();
        MVStoreException odd = new MVStoreException(1, "chunk 7");
        return Stream.of(
                // what is said, tells damage, tells of no access
                arguments(h2(ErrorCode.FILE_CORRUPTED_1, null), true, false),
                arguments(within(h2(ErrorCode.FILE_CORRUPTED_1, null)), true, false),
                arguments(h2(ErrorCode.COLUMN_NOT_FOUND_1, null), true, false),
                arguments(h2(ErrorCode.GENERAL_ERROR_1, odd), true, false),
                arguments(h2(ErrorCode.GENERAL_ERROR_1, new IllegalStateException()), false, false),
                arguments(
                        h2(ErrorCode.GENERAL_ERROR_1, DbException.getInternalError()), true, false),
                arguments(
                        h2(ErrorCode.GENERAL_ERROR_1, thrownIn("java.util.List", "org.h2.Page")),
                        true,
                        false),
                arguments(
                        h2(ErrorCode.GENERAL_ERROR_1, thrownIn("a.Defect", "org.h2.Page")),
                        false,
                        false),
                arguments(
                        h2(ErrorCode.GENERAL_ERROR_1, arisenIn("org.h2.Page", LIST)), true, false),
                arguments(h2(ErrorCode.GENERAL_ERROR_1, arisenIn("a.Defect", LIST)), false, false),
                arguments(
                        h2(ErrorCode.GENERAL_ERROR_1, arisenIn("org.h2.Page", BUFFER)),
                        true,
                        false),
                arguments(h2(ErrorCode.GENERAL_ERROR_1, thrownIn()), false, false),
                arguments(h2(ErrorCode.GENERAL_ERROR_1, new StackOverflowError()), false, false),
                arguments(h2(ErrorCode.GENERAL_ERROR_1, null), false, false),
                arguments(h2(ErrorCode.IO_EXCEPTION_1, thrownIn("org.h2.Page")), false, false),
                arguments(h2(ErrorCode.IO_EXCEPTION_1, cut), true, false),
                arguments(h2(ErrorCode.IO_EXCEPTION_1, odd), false, false),
                arguments(h2(ErrorCode.IO_EXCEPTION_1, noRoom), false, true),
                arguments(h2(ErrorCode.FILE_CORRUPTED_1, noRoom), false, true),
                arguments(batch(h2(ErrorCode.IO_EXCEPTION_1, noRoom)), false, true),
                arguments(batch(null), false, false),
                arguments(cut, false, false),
                arguments(noRoom, false, true),
                arguments(state("XX001"), true, false),
                arguments(state("XX002"), true, false),
                arguments(state("08006"), false, true),
                arguments(state("53100"), false, true),
                arguments(state("57P01"), false, true),
                arguments(state("58030"), false, true),
                arguments(state("42501"), false, true),
                arguments(state("42P01"), true, false),
                arguments(state("42703"), true, false),
                arguments(state("23505"), false, false),
                arguments(state(null), false, false),
                arguments(new IllegalStateException(), false, false),
                arguments(
                        RegisterFailure.unavailable(FILE, h2(ErrorCode.FILE_CORRUPTED_1, null)),
                        true,
                        false),
                arguments(
                        FileDatabase.unreadable(FILE, h2(ErrorCode.DATA_CONVERSION_ERROR_1, null)),
                        true,
                        false),
                arguments(
                        FileDatabase.unreadable(FILE, h2(ErrorCode.OUT_OF_MEMORY, null)),
                        false,
                        false),
                arguments(
                        FileDatabase.unreadable(FILE, h2(ErrorCode.IO_EXCEPTION_1, noRoom)),
                        false,
                        true),
                arguments(
                        RegisterFailure.busy(FILE, h2(ErrorCode.FILE_CORRUPTED_1, null)),
                        false,
                        false));
    }

    @ParameterizedTest
    @MethodSource("said")
    void tellsDamageFromWhatCannotBeReached(Throwable said, boolean damage, boolean noAccess) {
        assertThat(RegisterFailure.tellsDamage(said)).isEqualTo(damage);
        assertThat(RegisterFailure.tellsNoAccess(said)).isEqualTo(noAccess);
    }

    static Stream<Arguments> whose() {
        PSQLException fromServer = new PSQLException("gone", PSQLState.CONNECTION_FAILURE);
        return Stream.of(
                arguments(within(fromServer), true),
                arguments(within(RegisterFailure.lost(SERVER)), true),
                arguments(RegisterFailure.lost(FILE), false),
                arguments(h2(ErrorCode.IO_EXCEPTION_1, new IOException()), false));
    }

    @ParameterizedTest
    @MethodSource("whose")
    void tellsAServerFromADisk(Throwable said, boolean isOnServer) {
        assertThat(RegisterFailure.isOnServer(said)).isEqualTo(isOnServer);
    }

    @Test
    void tellsWhereItWasMoved() {
        assertThat(RegisterFailure.moved(FILE, SERVER.place()).isMovedTo(SERVER)).isTrue();
        assertThat(RegisterFailure.moved(FILE, SERVER.place()).isMovedTo(FILE)).isFalse();
        assertThat(RegisterFailure.gone(SERVER).isMovedTo(SERVER)).isFalse();
    }

    static Stream<Arguments> rights() {
        return Stream.of(
                arguments(state("42501"), true),
                arguments(within(state("42501")), true),
                arguments(batch(state("42501")), true),
                arguments(state("42601"), false),
                arguments(h2(ErrorCode.COLUMN_NOT_FOUND_1, null), false),
                arguments(new IOException("42501"), false));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("rights")
    void tellsWhatAnotherUserMayDo(Throwable said, boolean isRight) {
        assertThat(RegisterFailure.tellsMissingRight(said)).isEqualTo(isRight);
    }

    @Test
    void thatTheRegisterWasLostIsFoundBehindWhateverCameOfIt() {
        RegisterFailure lost = RegisterFailure.lost(FILE);

        assertThat(RegisterFailure.lostBehind(within(lost))).containsSame(lost);
        assertThat(RegisterFailure.lostBehind(within(RegisterFailure.busy(FILE, null)))).isEmpty();
        assertThat(RegisterFailure.lostBehind(within(state("08003")))).isEmpty();
    }
}
