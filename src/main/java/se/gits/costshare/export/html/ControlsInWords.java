package se.gits.costshare.export.html;

import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.run.ActChecks;
import se.gits.costshare.run.ActKind;

/** The controls of an act as a page tells them. */
final class ControlsInWords {

    private ControlsInWords() {}

    static List<Control> of(ActChecks checks, ActKind kind) {
        List<Control> controls = new ArrayList<>();
        for (ActChecks.SumCheck check : checks.sums()) {
            controls.add(Control.of(name(check.kind(), kind), check.one(), check.other()));
        }
        for (ActChecks.SeriesCheck check : checks.numbers()) {
            add(check, controls);
        }
        return controls;
    }

    private static String name(ActChecks.Kind check, ActKind act) {
        return switch (check) {
            case BUDGET_AND_SHARES ->
                    "Månadens kostnad enligt budgeten, och parternas delar av den";
            case DUE_AND_ISSUED -> due(act);
            case LINES_AND_SHARES -> "Fakturornas rader, och de delar som ska faktureras";
            case REST_AND_CENTRAL ->
                    "Allt fördelat utom fakturornas rader, och det som bärs centralt";
            case VAT_AND_SHARES -> "Fakturornas moms, och momsen omräknad ur delarna";
            case PAYABLE_AND_SHARES -> "Fakturornas att betala, och detsamma omräknat ur delarna";
        };
    }

    private static String due(ActKind act) {
        return switch (act) {
            case MONTH -> throw new IllegalArgumentException("A month is reconciled otherwise");
            case CREDIT -> "Ingenting, och det som är fakturerat för månaden efter krediten";
            case REISSUE ->
                    "Partens månad enligt dagens underlag, och det som är fakturerat för den";
            case SETTLEMENT -> "Utfallet, och det som är fakturerat efter avräkningen";
        };
    }

    private static void add(ActChecks.SeriesCheck check, List<Control> controls) {
        String series = name(check.series());
        controls.add(
                Control.of(
                        series + ": numret efter det senast utfärdade, och det första",
                        check.expected().toString(),
                        check.first().toString(),
                        check.expected().equals(check.first())));
        controls.add(
                Control.of(
                        series + ": nummer från första till sista, och antal fakturor",
                        Integer.toString(check.span()),
                        Integer.toString(check.count()),
                        check.span() == check.count() && check.count() == check.documents()));
    }

    private static String name(InvoiceSeries series) {
        return "Nummerserien " + series.year() + (series.internal() ? ", interna" : "");
    }

    /** Whether all hold, {@code Alla 9 kontroller stämmer.} */
    static String verdict(List<Control> controls) {
        long failing = controls.stream().filter(Control::fails).count();
        return failing == 0
                ? "Alla " + controls.size() + " kontroller stämmer."
                : failing + " av " + controls.size() + " kontroller stämmer inte.";
    }
}
