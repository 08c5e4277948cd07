package se.gits.costshare.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TableRoomTest {

    private static final long ALL_UNPACKED = 128L << 20;

    private final Problems problems = new Problems();
    private final TableRoom room = problems.room();

    private Supplier<Optional<String>> table(long cells) {
        return () -> {
            room.takeCells(cells);
            return Optional.of("rows");
        };
    }

    private Supplier<Optional<String>> refused(String file, long cells) {
        return () -> {
            room.takeCells(cells);
            problems.add(Place.ofFile(file), "", ProblemKind.FILE_NOT_CSV);
            return Optional.empty();
        };
    }

    private List<String> told() {
        return problems.faults().stream()
                .map(fault -> fault.kind() + " " + fault.place().file() + " " + fault.details())
                .toList();
    }

    private static String tooLarge(String file, String largest) {
        return "TABLES_TOO_LARGE %s [1000000, 128, %s]".formatted(file, largest);
    }

    @Test
    void hasRoomForAMillionCellsAndNotOneMore() {
        assertThat(room.readIfRoom("a.csv", table(600_000))).isPresent();
        assertThat(room.readIfRoom("b.csv", table(400_000))).isPresent();
        assertThat(room.readIfRoom("c.csv", table(1))).isEmpty();

        assertThat(told()).containsExactly(tooLarge("c.csv", "a.csv"));
    }

    @Test
    void hasRoomForWhatOneSheetMayUnpackTo() {
        Supplier<Optional<String>> workbook =
                () -> {
                    room.takeUnpackedBytes(ALL_UNPACKED);
                    return Optional.of("rows");
                };

        assertThat(room.readIfRoom("a.xlsx", workbook)).isPresent();
        assertThat(room.readIfRoom("b.xlsx", workbook)).isEmpty();
        assertThat(told()).containsExactly(tooLarge("b.xlsx", "a.xlsx"));
    }

    @Test
    void countsWhatWasReadOfATableThatIsRefused() {
        assertThat(room.readIfRoom("a.csv", refused("a.csv", 1_000_001))).isEmpty();
        assertThat(
                        room.readIfRoom(
                                "b.csv",
                                () -> {
                                    throw new AssertionError("is read");
                                }))
                .isEmpty();

        assertThat(told()).containsExactly("FILE_NOT_CSV a.csv []", tooLarge("b.csv", "a.csv"));
    }

    @Test
    void aTableThatEndsWhereTheRoomDoesIsTold() {
        problems.add(Place.ofFile("a.xlsx"), "", ProblemKind.UNKNOWN_FILE);

        assertThat(
                        room.readIfRoom(
                                "a.xlsx",
                                () -> {
                                    room.takeUnpackedBytes(ALL_UNPACKED + 1);
                                    return Optional.empty();
                                }))
                .isEmpty();

        assertThat(told()).containsExactly(tooLarge("a.xlsx", "a.xlsx"));
    }
}
