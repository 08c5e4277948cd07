package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.store.fs.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyRegisterTest {

    @TempDir Path folder;

    @Test
    void isWholeAndHasTheNewestSchema() throws Exception {
        byte[] made = EmptyRegister.begun().get();

        RegisterAddress address = RegisterAddress.ofFile(folder.resolve("gits")).orElseThrow();
        Files.write(address.file().orElseThrow(), made);
        try (FileDatabase opened = FileDatabase.open(address)) {
            assertThat(opened.checkedVersion()).isEqualTo(RegisterSchema.VERSION);
        }
        assertThat(FileUtils.newDirectoryStream("memFS:")).as("left in memory").isEmpty();
    }
}
