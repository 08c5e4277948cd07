package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.run.SmallInput;

/** The register's file is gone, cut short or damaged: that is told, and there is a way back. */
class DamagedRegisterTest {

    private static final int BLOCK = 4096;

    private static final int SEEDS = Endurance.count(100, 2);

    private static Path issued;
    private static byte[] register;

    /** What February comes to where nothing is damaged. */
    private static SortedMap<String, String> february;

    private static final SortedMap<String, Integer> TIMES_OF_END = new TreeMap<>();

    @TempDir Path folder;

    private Session session;
    private Path file;

    @BeforeAll
    static void issue(@TempDir Path shared) throws IOException {
        Session session = new Session(shared.resolve("a")).with(new SmallInput());
        session.run("invoice", "2023-01").exits(0);
        session.run("credit", "2023-01", "--party", "1480", "--reason", "Fel").exits(0);
        session.run("invoice", "2023-01", "--party", "1480").exits(0);
        for (String act : List.of("2023-01", "2023-01-kredit-1", "2023-01-ny-1")) {
            session.run("package", act).exits(0);
        }
        issued = shared.resolve("utfärdat");
        Session.copy(session.output(), issued);
        register = Files.readAllBytes(issued.resolve("register/gits.mv.db"));
        session.run("invoice", "2023-02").exits(0);
        february = session.files();
    }

    @BeforeEach
    void copy() throws IOException {
        session = new Session(folder).with(new SmallInput());
        session.takeOver(issued);
        file = session.output().resolve("register/gits.mv.db");
    }

    @AfterAll
    static void tell() {
        Endurance.tell(
                "damaged-register",
                TIMES_OF_END.entrySet().stream()
                        .map(end -> end.getKey() + ": " + end.getValue())
                        .toList());
    }

    /** A way to damage a file. */
    enum Damage {
        CUT {
            @Override
            byte[] of(byte[] bytes, Random random) {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
        },
        CUT_AT_THE_END {
            @Override
            byte[] of(byte[] bytes, Random random) {
                return Arrays.copyOf(bytes, bytes.length - 1 - random.nextInt(3 * BLOCK));
            }
        },
        BLOCK_OF_ZEROS {
            @Override
            byte[] of(byte[] bytes, Random random) {
                int from = random.nextInt(bytes.length / BLOCK) * BLOCK;
                Arrays.fill(bytes, from, Math.min(from + BLOCK, bytes.length), (byte) 0);
                return bytes;
            }
        },
        BLOCK_OF_ANYTHING {
            @Override
            byte[] of(byte[] bytes, Random random) {
                byte[] anything = new byte[BLOCK];
                random.nextBytes(anything);
                int from = random.nextInt(bytes.length / BLOCK) * BLOCK;
                System.arraycopy(anything, 0, bytes, from, Math.min(BLOCK, bytes.length - from));
                return bytes;
            }
        },
        BLOCKS_SWAPPED {
            @Override
            byte[] of(byte[] bytes, Random random) {
                int one = random.nextInt(bytes.length / BLOCK) * BLOCK;
                int other = random.nextInt(bytes.length / BLOCK) * BLOCK;
                byte[] kept = Arrays.copyOfRange(bytes, one, one + BLOCK);
                System.arraycopy(bytes, other, bytes, one, BLOCK);
                System.arraycopy(kept, 0, bytes, other, BLOCK);
                return bytes;
            }
        },
        BITS_FLIPPED {
            @Override
            byte[] of(byte[] bytes, Random random) {
                for (int i = 0; i < 20; i++) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return bytes;
            }
        },
        MORE_AT_THE_END {
            @Override
            byte[] of(byte[] bytes, Random random) {
                byte[] more = Arrays.copyOf(bytes, bytes.length + BLOCK);
                for (int i = bytes.length; i < more.length; i++) {
                    more[i] = (byte) random.nextInt();
                }
                return more;
            }
        },
        EMPTY {
            @Override
            byte[] of(byte[] bytes, Random random) {
                return new byte[0];
            }
        },
        SOMETHING_ELSE {
            @Override
            byte[] of(byte[] bytes, Random random) {
                return "Det här är ingen databas.\n".repeat(1000).getBytes();
            }
        };

        abstract byte[] of(byte[] bytes, Random random);

        /** Whether it is the same each time. */
        boolean isOne() {
            return this == EMPTY || this == SOMETHING_ELSE;
        }
    }

    static Stream<Arguments> damages() {
        return Stream.of(Damage.values())
                .flatMap(
                        damage ->
                                LongStream.rangeClosed(1, damage.isOne() ? 1 : SEEDS)
                                        .mapToObj(seed -> Arguments.of(damage, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("damages")
    void damageIsToldOrDoesNoHarm(Damage damage, long seed) throws IOException {
        byte[] damaged = damage.of(register.clone(), new Random(seed));
        Files.write(file, damaged);
        SortedMap<String, String> before = session.files();

        Session.Answer verified = session.run("verify");
        Session.Answer invoiced = session.run("invoice", "2023-02");
        // What verify finds, no month is issued on.
        assertThat(invoiced.exitCode())
                .as(verified.out() + verified.err() + invoiced.out() + invoiced.err())
                .isIn(
                        switch (verified.exitCode()) {
                            // Verify does not read what only a run that goes on needs.
                            case ExitCode.OK -> List.of(ExitCode.OK, ExitCode.SURROUNDINGS);
                            case ExitCode.DIFFERENCE, ExitCode.REFUSED -> List.of(ExitCode.REFUSED);
                            // Of a file that it cannot read H2 lets go with the process alone.
                            case ExitCode.SURROUNDINGS ->
                                    List.of(ExitCode.SURROUNDINGS, ExitCode.REFUSED);
                            default -> throw new AssertionError(verified.err());
                        });
        if (invoiced.exitCode() == ExitCode.SURROUNDINGS) {
            assertThat(invoiced.err()).contains("Registret är skadat", "gits rebuild");
        }
        TIMES_OF_END.merge(
                "%s: verify %d, invoice %d"
                        .formatted(damage, verified.exitCode(), invoiced.exitCode()),
                1,
                Integer::sum);
        if (invoiced.exitCode() == ExitCode.OK) {
            assertThat(session.files()).isEqualTo(february);
            assertThat(session.run("verify").exits(0).out()).isEmpty();
        } else {
            assertThat(session.files()).isEqualTo(before);
            theWayBackLeadsOn();
        }
    }

    @Test
    void aRegisterThatIsGoneIsToldAndTheWayBackLeadsOn() throws IOException {
        Files.delete(file);

        assertThat(session.run("invoice", "2023-02").exits(5).err())
                .contains("finns inte", "2023-01-ny-1");
        theWayBackLeadsOn();
    }

    /** As the handbook says: the file aside, and the register built anew from the packages. */
    private void theWayBackLeadsOn() throws IOException {
        Files.deleteIfExists(file);
        session.run("rebuild", session.output().toString()).exits(0);
        assertThat(session.run("verify").exits(0).out()).isEmpty();
        session.run("invoice", "2023-02").exits(0);
        assertThat(session.files()).isEqualTo(february);
    }

    @Test
    void soDoesTheLatestCopy() throws IOException {
        Files.write(file, Damage.SOMETHING_ELSE.of(register.clone(), new Random(1)));
        assertThat(session.run("invoice", "2023-02").exits(6).err())
                .contains("Registret är skadat", "gits rebuild")
                .doesNotContain("Kontrollera att det finns plats");
        Files.write(file, register);

        assertThat(session.run("verify").exits(0).out()).isEmpty();
        session.run("invoice", "2023-02").exits(0);
        assertThat(session.files()).isEqualTo(february);
    }
}
