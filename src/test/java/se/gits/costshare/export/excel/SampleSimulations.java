package se.gits.costshare.export.excel;

import se.gits.costshare.run.SmallInput;
import se.gits.costshare.simulation.Simulation;

/** Simulations on a small input: what the municipalities pay goes from 30 to 40 percent. */
final class SampleSimulations {

    private SampleSimulations() {}

    static byte[] workbook(SmallInput today, SmallInput proposal) {
        return new SimulationWorkbook()
                .export(
                        Simulation.of(today.inputs(), proposal.inputs()),
                        today.files(),
                        proposal.files());
    }

    static byte[] otherShares() {
        return workbook(new SmallInput(), withOtherShares(new SmallInput()));
    }

    static SmallInput withOtherShares(SmallInput input) {
        return input.change("nycklar.csv", "70/30;2023-01;;VGR;70", "70/30;2023-01;;VGR;60")
                .change("nycklar.csv", "70/30;2023-01;;VGK;30", "70/30;2023-01;;VGK;40")
                .change("budget-2023.csv", "2 280 000;5 320 000", ";");
    }

    /** Without a figure for one of the municipalities; the cost is split evenly. */
    static SmallInput withoutAFigure() {
        return new SmallInput()
                .change("nycklar.csv", "folkmängd", "lika")
                .change("folkmangd.csv", "\"1489 Alingsås\";41853;42199\n", "");
    }

    /** A new object, a line that costs less, a party that leaves and one that is credited. */
    static SmallInput withMuchElse() {
        return new SmallInput()
                .change("objekt.csv", "1440 1480", "1440")
                .add("objekt.csv", "NY;=1+1;projekt;2023-01;;alla;25;Plan 2024")
                .change("volymer.csv", "kort;2023-01;2023-12;1480;1 250\n", "")
                .add("budget-2023.csv", "4;NY;Återbäring;drift;-500,01;NORR;;;Plan 2024;;")
                .change("budget-2023.csv", "Totalt;;;;7 601 100,01;;;;;2 280 000;5 320 000\n", "");
    }
}
