package se.gits.costshare.export.csv;

import java.util.List;
import se.gits.costshare.export.SimulationExporter;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.party.Party;
import se.gits.costshare.simulation.Comparison;
import se.gits.costshare.simulation.Simulation;

/**
 * A simulation's figures as rows, {@code simulering.csv}: the year as a whole, each object, each
 * party, and each party's part of each object. {@code nivå} tells which, so that a sum is taken of
 * one level alone.
 */
public final class SimulationCsv implements SimulationExporter {

    public static final List<String> COLUMNS =
            List.of(
                    "år",
                    "nivå",
                    "part",
                    "namn",
                    "typ",
                    "fakturering",
                    "objekt",
                    "objektnamn",
                    "i_dag",
                    "förslag",
                    "skillnad",
                    "skillnad_procent",
                    "invånare",
                    "skillnad_per_invånare");

    @Override
    public String fileName() {
        return "simulering.csv";
    }

    @Override
    public byte[] export(Simulation simulation, InputFiles today, InputFiles proposal) {
        return CsvFile.inMemory(COLUMNS, csv -> new Rows(csv, simulation).all());
    }

    /** The cells of a row, in the columns' order. */
    private record Rows(CsvFile csv, Simulation simulation) {

        void all() {
            level("totalt").noParty().noObject().end(simulation.total());
            for (String object : simulation.objects()) {
                level("objekt").noParty().object(object).end(simulation.of(object));
            }
            for (Party party : simulation.parties()) {
                level("part").party(party).noObject().end(simulation.of(party));
            }
            for (Party party : simulation.parties()) {
                for (String object : simulation.objects()) {
                    Comparison comparison = simulation.of(party, object);
                    if (!comparison.today().isZero() || !comparison.proposal().isZero()) {
                        level("part och objekt").party(party).object(object).end(comparison);
                    }
                }
            }
        }

        Rows level(String level) {
            csv.number(simulation.year().getValue()).text(level);
            return this;
        }

        Rows party(Party party) {
            csv.text(party.code())
                    .text(party.name())
                    .text(party.type().swedish())
                    .text(party.invoicing().swedish());
            return this;
        }

        Rows noParty() {
            csv.text("").text("").text("").text("");
            return this;
        }

        Rows object(String object) {
            csv.text(object).text(simulation.nameOf(object));
            return this;
        }

        Rows noObject() {
            csv.text("").text("");
            return this;
        }

        void end(Comparison comparison) {
            csv.amount(comparison.today())
                    .amount(comparison.proposal())
                    .amount(comparison.difference())
                    .decimal(comparison.percent());
            if (comparison.inhabitants().isPresent()) {
                csv.number(comparison.inhabitants().getAsLong());
            } else {
                csv.text("");
            }
            csv.decimal(comparison.perInhabitant()).endRow();
        }
    }
}
