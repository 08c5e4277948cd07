package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.SmallInput;

/** Lets a random year happen with the program's own commands. */
class CommandOffice implements RandomYear.Office {

    private final Session session;

    CommandOffice(Session session) {
        this.session = session;
    }

    /** What else is to be looked at after each command. */
    void done(String command) throws IOException {}

    @Override
    public void issue(YearMonth month, SmallInput input) {
        run(input, "invoice", month.toString(), "--reason", "skäl").exits(0);
    }

    @Override
    public boolean credit(YearMonth month, String party, SmallInput input) {
        Session.Answer answer =
                run(input, "credit", month.toString(), "--party", party, "--reason", "skäl");
        if (answer.exitCode() != 0) {
            answer.exits(5);
            assertThat(answer.err()).containsAnyOf("inte fakturerats något", "redan krediterad");
        }
        return answer.exitCode() == 0;
    }

    @Override
    public void reissue(YearMonth month, String party, SmallInput input) {
        run(input, "invoice", month.toString(), "--party", party).exits(0);
    }

    @Override
    public void settle(SmallInput input) {
        run(input, "settle", "2023").exits(0);
    }

    private Session.Answer run(SmallInput input, String... command) {
        try {
            Session.Answer answer = session.with(input).run(command);
            done(String.join(" ", command));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
