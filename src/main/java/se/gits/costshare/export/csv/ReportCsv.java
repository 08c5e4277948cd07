package se.gits.costshare.export.csv;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import se.gits.costshare.export.ReportExporter;
import se.gits.costshare.export.ReportInWords;
import se.gits.costshare.export.ReportSources;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.Charge;
import se.gits.costshare.report.FollowUp;
import se.gits.costshare.report.LineReport;
import se.gits.costshare.report.MonthReport;
import se.gits.costshare.report.PartyReport;

/**
 * An annual report's figures as rows, {@code arsrapport.csv}: the year as a whole, each object,
 * budget line, party, party's part of an object, month and the settlement. {@code nivå} tells
 * which, so that a sum is taken of one level alone; the settlement goes with the months.
 */
public final class ReportCsv implements ReportExporter {

    public static final List<String> COLUMNS =
            List.of(
                    "år",
                    "nivå",
                    "objekt",
                    "objektnamn",
                    "rad",
                    "benämning",
                    "ändring",
                    "beslut",
                    "part",
                    "namn",
                    "typ",
                    "månad",
                    "ursprunglig_budget",
                    "tillägg",
                    "budget",
                    "ordinarie",
                    "justeringar",
                    "krediter",
                    "nya_fakturor",
                    "fakturerat",
                    "centralt",
                    "fakturerat_och_centralt",
                    "återstår",
                    "utfall",
                    "återstår_av_utfall",
                    "invånare",
                    "per_invånare");

    @Override
    public String fileName() {
        return "arsrapport.csv";
    }

    @Override
    public byte[] export(AnnualReport report, ReportSources sources) {
        return CsvFile.inMemory(COLUMNS, csv -> new Rows(csv, report).all());
    }

    /** The cells of a row, in the columns' order. */
    private record Rows(CsvFile csv, AnnualReport report) {

        void all() {
            whole();
            report.objects().forEach(this::object);
            report.lines().forEach(this::line);
            report.parties().forEach(this::party);
            for (PartyReport party : report.parties()) {
                for (String object : report.objects()) {
                    share(party.party(), object);
                }
            }
            report.months().forEach(this::month);
            report.settlement().ifPresent(this::settlement);
        }

        void whole() {
            level("totalt").empty(10).followUp(report.total());
            inhabitants(
                    report.inhabitantsOfMunicipalities(),
                    report.perInhabitant(report.total().charge().total()));
        }

        void object(String object) {
            level("objekt").names(object).empty(8).followUp(report.of(object)).empty(2).end();
        }

        void line(LineReport line) {
            level("rad").names(line.line().objectCode());
            csv.text(line.line().row())
                    .text(line.line().text())
                    .text(ReportInWords.of(line.change()))
                    .text(line.line().decision());
            empty(4).followUp(line.followUp()).empty(2).end();
        }

        void party(PartyReport party) {
            level("part").empty(6).names(party.party()).empty(8).charge(party.charge()).empty(3);
            inhabitants(party.inhabitants(), party.perInhabitant());
        }

        void share(Party party, String object) {
            Charge charge = report.of(party, object);
            if (!charge.isZero()) {
                level("part och objekt").names(object).empty(4).names(party).empty(8);
                charge(charge).empty(5).end();
            }
        }

        void month(MonthReport month) {
            level("månad").empty(9);
            csv.text(month.month());
            empty(2);
            csv.amount(month.budget())
                    .amount(month.ordinary())
                    .amount(month.adjustments())
                    .amount(month.credits())
                    .amount(month.anew());
            charge(month.charge()).empty(5).end();
        }

        void settlement(Charge charge) {
            level("avräkning").empty(17).charge(charge).empty(5).end();
        }

        private Rows level(String level) {
            csv.number(report.year().getValue()).text(level);
            return this;
        }

        private Rows names(String object) {
            csv.text(object).text(report.nameOf(object));
            return this;
        }

        private Rows names(Party party) {
            csv.text(party.code()).text(party.name()).text(party.type().swedish());
            return this;
        }

        private Rows empty(int cells) {
            for (int i = 0; i < cells; i++) {
                csv.text("");
            }
            return this;
        }

        private Rows followUp(FollowUp followUp) {
            csv.amount(followUp.original()).amount(followUp.changes()).amount(followUp.budget());
            empty(4).charge(followUp.charge());
            csv.amount(followUp.remaining());
            return amount(followUp.outcome()).amount(followUp.remainingOfOutcome());
        }

        private Rows charge(Charge charge) {
            csv.amount(charge.invoiced()).amount(charge.central()).amount(charge.total());
            return this;
        }

        private Rows amount(Optional<Money> amount) {
            csv.decimal(amount.map(Money::kronor));
            return this;
        }

        private void inhabitants(OptionalLong inhabitants, Optional<Money> perInhabitant) {
            if (inhabitants.isPresent()) {
                csv.number(inhabitants.getAsLong());
            } else {
                csv.text("");
            }
            amount(perInhabitant).end();
        }

        private void end() {
            csv.endRow();
        }
    }
}
