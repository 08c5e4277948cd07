package se.gits.costshare.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.gits.costshare.export.FolderAudit.Fault;
import se.gits.costshare.export.FolderAudit.Finding;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.run.SettledYear;
import se.gits.costshare.run.SmallInput;

class FolderAuditTest {

    @TempDir Path output;

    private Path folder;
    private String manifest;

    @BeforeEach
    void publish() throws IOException {
        ActFolder act = new ActFolder(output, "2023-avrakning", "0123456789abcdef");
        manifest =
                new ActFiles(
                                SettledYear.settled(
                                        new SmallInput(), SettledYear.terms(), SettledYear.OUTCOME),
                                new SmallInput()
                                        .put("utfall-2023.csv", SettledYear.OUTCOME)
                                        .files(),
                                "2023-avrakning",
                                act)
                        .writeAll();
        act.publish();
        folder = act.place();
    }

    private List<Finding> withoutReading(String name) throws IOException {
        return FolderAudit.of(folder, manifest, allBut(name));
    }

    /** As of one that this user may not read, which a test that runs as root cannot make. */
    private static FolderAudit.Hashing allBut(String name) {
        return file -> {
            if (file.endsWith(name)) {
                throw new AccessDeniedException(file.toString());
            }
            return InputFile.sha256(file);
        };
    }

    @Test
    void whatCannotBeReadHidesNoChangeBesideIt() throws IOException {
        assertThat(FolderAudit.of(folder, manifest)).isEmpty();
        assertThat(withoutReading("fakturor.csv"))
                .containsExactly(new Finding(Fault.FILE_NOT_READ, "2023-avrakning/fakturor.csv"));

        Files.writeString(folder.resolve("fakturarader.csv"), "annat");

        assertThat(withoutReading("fakturor.csv"))
                .containsExactly(
                        new Finding(Fault.FILE_CHANGED, "2023-avrakning/fakturarader.csv"),
                        new Finding(Fault.FILE_NOT_READ, "2023-avrakning/fakturor.csv"));
    }

    @Test
    void whatIsWrongFirstIsWhatWasChanged() throws IOException {
        assertThat(FolderAudit.first(output, "2023-avrakning", manifest)).isEmpty();

        Files.writeString(folder.resolve("manifest.json"), "annat");

        assertThat(
                        FolderAudit.first(
                                output, "2023-avrakning", manifest, allBut("fakturarader.csv")))
                .contains(new Finding(Fault.MANIFEST_CHANGED, "2023-avrakning/manifest.json"));
    }

    @Test
    void whatCannotBeReadIsToldByTheDiskWhereNothingWasChanged() {
        assertThatThrownBy(
                        () ->
                                FolderAudit.first(
                                        output, "2023-avrakning", manifest, allBut("fakturor.csv")))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage(folder.resolve("fakturor.csv").toString());
    }

    @Test
    void whatIsReadOnlyTheSecondTimeIsStillNotWhatWasSealed() throws IOException {
        AtomicInteger times = new AtomicInteger();

        assertThat(
                        FolderAudit.first(
                                output,
                                "2023-avrakning",
                                manifest,
                                file -> {
                                    if (file.endsWith("fakturor.csv")
                                            && times.getAndIncrement() == 0) {
                                        throw new AccessDeniedException(file.toString());
                                    }
                                    return InputFile.sha256(file);
                                }))
                .contains(new Finding(Fault.FILE_NOT_READ, "2023-avrakning/fakturor.csv"));
        assertThat(times).hasValue(2);
    }

    @Test
    void aManifestThatCannotBeReadIsNotCalledChanged() throws IOException {
        Files.writeString(folder.resolve("fakturarader.csv"), "annat");

        assertThat(withoutReading("manifest.json"))
                .containsExactly(
                        new Finding(Fault.FILE_NOT_READ, "2023-avrakning/manifest.json"),
                        new Finding(Fault.FILE_CHANGED, "2023-avrakning/fakturarader.csv"));
    }
}
