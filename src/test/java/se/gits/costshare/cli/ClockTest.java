package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.gits.costshare.run.SmallInput;

/** The machine's clock is set back, or was wrong when a month was issued. */
class ClockTest {

    private Session session;

    @BeforeEach
    void issueMarch(@TempDir Path folder) throws IOException {
        session = new Session(folder).with(new SmallInput());
        session.on("2023-03-31").run("invoice", "2023-03").exits(0);
    }

    @Test
    void setBackItIsToldAndADateThatIsGivenStands() throws IOException {
        session.on("2023-03-01");

        assertThat(session.run("invoice", "2023-04").exits(5).err())
                .contains("2023-03-01", "ligger före den senaste fakturans", "2023-03-31");
        assertThat(session.run("verify").exits(0).out()).isEmpty();
        session.run("invoice", "2023-04", "--date", "2023-04-28").exits(0);
        assertThat(session.run("verify").exits(0).out()).isEmpty();
        assertThat(session.run("rerun", "2023-04").exits(0).out())
                .contains("varje byte är densamma");
    }

    /** Its events have times that go backwards; their chain is of the order they were done in. */
    @Test
    void setBackByYearsAMonthIsFinishedAndTheChainHolds() throws IOException {
        session.on("1999-12-31").delete("2023-03");

        assertThat(session.run("invoice", "2023-03").exits(0).out()).contains("gjord på nytt");
        assertThat(session.run("verify").exits(0).out()).isEmpty();
    }

    @Test
    void aheadByAYearItDecidesTheSeriesAndTheNextMonthGoesOn() {
        session.on("2024-02-29").run("invoice", "2023-04").exits(0);
        session.on("2023-05-31");

        assertThat(session.run("invoice", "2023-05").exits(0).out()).contains("202300004");
        assertThat(session.run("verify").exits(0).out()).isEmpty();
    }
}
