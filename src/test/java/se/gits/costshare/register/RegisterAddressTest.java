package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterAddressTest {

    @TempDir Path folder;

    private RegisterAddress ofFile() {
        return RegisterAddress.ofOutput(folder).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:",
                "jdbc:h2:file:/",
                "jdbc:h2:file:\0",
                "jdbc:h2:mem:x",
                "jdbc:postgresql:x",
                "jdbc:postgresql://server/x?password=y",
                "jdbc:postgresql://server/x?socketFactory=y",
                "x"
            })
    void anythingElseThanAFileOrAServerIsRefused(String url) {
        assertThat(RegisterAddress.parse(url)).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "/moln/register/gits.mv.db, jdbc:h2:file:/moln/register/gits",
        "jdbc:postgresql://db.example.invalid/gits, jdbc:postgresql://db.example.invalid/gits"
    })
    void aPlaceIsGivenAsItIsTaken(String place, String given) {
        assertThat(RegisterAddress.asGiven(place)).isEqualTo(given);
        assertThat(RegisterAddress.parse(given).orElseThrow().place()).startsWith(place);
    }

    /** Settings of the database could follow, and run SQL. */
    @Test
    void aFileWithASemicolonInItsPathIsRefused() {
        assertThat(RegisterAddress.parse("jdbc:h2:file:/tmp/x;INIT=RUNSCRIPT FROM 'x'")).isEmpty();
        assertThat(RegisterAddress.ofOutput(folder.resolve("a;b"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "//db.example.invalid/gits, //db.example.invalid/gits?sslmode=verify-full",
        "//db.example.invalid/gits?user=a, //db.example.invalid/gits?user=a&sslmode=verify-full",
        "//db.example.invalid/gits?sslmode=require, //db.example.invalid/gits?sslmode=require",
        "//localhost/gits?user=a, //localhost/gits?user=a",
        "//127.0.0.1:5433/gits, //127.0.0.1:5433/gits",
        "//localhost.example.invalid/gits, //localhost.example.invalid/gits?sslmode=verify-full"
    })
    void overANetworkTheServerProvesWhoItIs(String asked, String used) {
        RegisterAddress address = RegisterAddress.parse("jdbc:postgresql:" + asked).orElseThrow();

        assertThat(address.url()).isEqualTo("jdbc:postgresql:" + used);
        assertThat(address.place()).isEqualTo(address.url());
        assertThat(address.file()).isEmpty();
        assertThat(address.aside()).isEmpty();
    }

    @Test
    void aFileIsThereOnceItIsMade() throws IOException {
        RegisterAddress address = ofFile();
        Path file = folder.resolve("register/gits.mv.db").toAbsolutePath();
        assertThat(address.file()).hasValue(file);
        assertThat(address.place()).isEqualTo(file.toString());
        assertThat(address.exists()).isFalse();
        assertThat(RegisterAddress.parse("jdbc:h2:file:" + folder.resolve("register/gits")))
                .hasValue(address);

        Files.createDirectories(file.getParent());
        Files.createFile(file);

        assertThat(address.exists()).isTrue();
        assertThat(address.aside().orElseThrow().file())
                .hasValue(file.resolveSibling("gits.under-arbete.mv.db"));
    }

    @Test
    void aRegisterThatHasMovedHasAnotherNameAndOneOnAServerStays() throws IOException {
        new RegisterOffice(folder).close();

        assertThat(ofFile().putAside()).hasValue(folder.resolve("register/gits.mv.db.flyttat"));
        assertThat(folder.resolve("register/gits.mv.db")).doesNotExist();
        assertThat(folder.resolve("register/gits.mv.db.flyttat")).exists();
        RegisterAddress server =
                RegisterAddress.parse("jdbc:postgresql://localhost/gits").orElseThrow();
        assertThat(server.putAside()).isEmpty();
    }

    @Test
    void aRegisterOfNothingIsTakenAwayWithItsFolder() throws IOException {
        open().discard();

        assertThat(folder.resolve("register")).doesNotExist();
    }

    @Test
    void aFolderWithMoreInItStays() throws IOException {
        Path note = Files.createDirectories(folder.resolve("register")).resolve("anteckning.txt");
        Files.writeString(note, "min");

        open().discard();

        assertThat(ofFile().exists()).isFalse();
        assertThat(note).exists();
    }

    /** It may hold what another run began, and that is not this run's to take away. */
    @Test
    void aRegisterThatAnotherRunMadeStays() throws IOException {
        open().close();

        open().discard();

        assertThat(ofFile().exists()).isTrue();
    }

    private Register open() {
        return Register.openOrMake(ofFile(), Clock.systemUTC(), RegisterOffice.ANNA);
    }
}
