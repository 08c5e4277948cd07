package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.gits.costshare.disk.DiskFault;
import se.gits.costshare.disk.FailingDisk;
import se.gits.costshare.register.PostgresTestServer;
import se.gits.costshare.run.SmallInput;

/** The password of a register on a server is told to the server, and to nobody else. */
class SecretsIT {

    private static final String PASSWORD = "hemligt-9f2c71";

    @TempDir Path folder;

    @Test
    void aPasswordIsInNoMessageNoFileAndNoListOfProcesses() throws Exception {
        String url = PostgresTestServer.get().schemaOf("gits_secret", PASSWORD);
        Session session = new Session(folder).with(new SmallInput());
        String[] words = {
            "invoice",
            "2023-01",
            "--date",
            "2023-01-31",
            "--input",
            session.input().toString(),
            "--output",
            session.output().toString(),
            "--register",
            url
        };

        assertThat(new Program(folder).run(words).exits(ExitCode.SURROUNDINGS).err())
                .contains("GITS_REGISTER_PASSWORD");
        assertThat(
                        new Program(folder)
                                .environment("GITS_REGISTER_PASSWORD", PASSWORD + "fel")
                                .run(words)
                                .exits(ExitCode.SURROUNDINGS)
                                .err())
                .contains("GITS_REGISTER_PASSWORD")
                .doesNotContain(PASSWORD);

        FailingDisk disk = new FailingDisk(session.output(), DiskFault.PAUSED, 20, folder);
        Program.Running running =
                new Program(folder)
                        .environment("GITS_REGISTER_PASSWORD", PASSWORD)
                        .on(disk)
                        .start(words);
        assertThat(disk.awaitPause(running.process())).isTrue();
        assertThat(ProcessHandle.of(running.process().pid()).orElseThrow().info().commandLine())
                .hasValueSatisfying(
                        line -> assertThat(line).contains("gits_secret").doesNotContain(PASSWORD));
        disk.goOn();
        Program.Ended ended = running.ended().exits(ExitCode.OK);

        assertThat(ended.out() + ended.err()).doesNotContain(PASSWORD);
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSizeGreaterThan(20).allSatisfy(SecretsIT::demandNoPassword);
    }

    private static void demandNoPassword(Path file) throws IOException {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(PASSWORD);
    }
}
