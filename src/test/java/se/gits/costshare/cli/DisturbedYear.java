package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.cli.DisturbedAct.Place;
import se.gits.costshare.disk.FailingDisk;
import se.gits.costshare.run.SmallInput;

/**
 * The acts of a year, to be disturbed, and the program that is started for them many times over.
 */
record DisturbedYear(List<DisturbedAct> acts) {

    /** The first month, one that adjusts earlier ones, a credit, its new invoice, a settlement. */
    static DisturbedYear of(Path folder) throws Exception {
        SmallInput input =
                new SmallInput()
                        .change("installningar.yml", "  peppol_id: \"0007:2321000131\"\n", "");
        Session session = new Session(folder).with(input);
        List<DisturbedAct> acts = new ArrayList<>();
        acts.add(next(session, folder, "invoice 2023-01 --date 2023-01-31"));
        for (int month = 2; month <= 11; month++) {
            session.on("2023-%02d-28".formatted(month))
                    .run("invoice", "2023-%02d".formatted(month))
                    .exits(0);
        }
        session.with(input.withDearerMeetings().withOutcome());
        acts.add(next(session, folder, "invoice 2023-12 --date 2023-12-31 --reason Dyrare"));
        acts.add(
                next(
                        session,
                        folder,
                        "credit 2023-05 --party 1480 --reason Fel --date 2024-01-15"));
        acts.add(next(session, folder, "invoice 2023-05 --party 1480 --date 2024-01-15"));
        acts.add(next(session, folder, "settle 2023 --date 2024-01-31"));
        return new DisturbedYear(acts);
    }

    private static DisturbedAct next(Session session, Path folder, String command)
            throws IOException {
        Path kept = Files.createTempDirectory(folder, "innan");
        Path before = Files.createDirectory(kept.resolve("resultat"));
        Path input = kept.resolve("underlag");
        Session.copy(session.input(), input);
        if (Files.exists(session.output())) {
            Session.copy(session.output(), before);
        }
        session.run(command.split(" ")).exits(0);
        return new DisturbedAct(
                command,
                input,
                before,
                Session.files(session.output()),
                DisturbedAct.withoutTimes(session.run("status").exits(0).out()));
    }

    /** What is to be attested before it is issued, by whoever issues it. */
    static Session withAttest(Path folder) throws IOException {
        return new Session(folder)
                .with(
                        new SmallInput()
                                .change(
                                        "installningar.yml",
                                        "attest: nej",
                                        "attest: ja\nattest_av_samma: ja"));
    }

    /** The month that adjusts earlier ones. */
    DisturbedAct december() {
        return acts.get(1);
    }

    /** The program on a disk that fails. */
    Program program(FailingDisk disk) throws IOException {
        return new Program(disk.log()).on(disk);
    }

    /** What a command changes where nothing disturbs it, a line each. */
    List<String> changes(Place place, String command) throws Exception {
        FailingDisk disk = FailingDisk.counting(place.output(), place.output().getParent());
        program(disk).run(place.words(command)).exits(ExitCode.OK);
        return disk.changes();
    }
}
