package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.export.ReportInWords;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.Check;

/**
 * The controls of a report: its own, which no sheet can compute, and those that hold the workbook's
 * sheets against each other.
 */
final class ReportControls {

    private final List<Control> controls = new ArrayList<>();

    ReportControls(AnnualReport report) {
        for (Check check : report.checks()) {
            controls.add(
                    Control.ofAmounts(
                            ReportInWords.of(check.kind()),
                            Control.Side.computedElsewhere(
                                    "det första, beräknat av programmet", check.one()),
                            Control.Side.computedElsewhere(
                                    "det andra, beräknat av programmet", check.other())));
        }
    }

    /** Holds two sums of the workbook against each other. */
    ReportControls compare(String name, String oneText, Total one, String otherText, Total other) {
        controls.add(
                Control.ofAmounts(
                        name, Control.Side.of(oneText, one), Control.Side.of(otherText, other)));
        return this;
    }

    List<Control> all() {
        return controls;
    }
}
