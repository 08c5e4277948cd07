package se.gits.costshare.export.excel;

import se.gits.costshare.simulation.Comparison;

/**
 * How a workbook computes what {@link Comparison} does, from the cells that hold its sides. Each is
 * rounded as there; without it, binary fractions would show a difference of zero as a little more.
 */
final class ComparisonFormulas {

    private ComparisonFormulas() {}

    /** What the proposal adds, in kronor. */
    static String difference(String today, String proposal) {
        return SheetWriter.difference(proposal, today);
    }

    /** A difference as a part of today's cost, to a tenth of a percent; empty where that is 0. */
    static String part(String today, String difference) {
        return "IF(" + today + "=0,\"\",ROUND(" + difference + "/ABS(" + today + "),3))";
    }

    /** A difference in kronor an inhabitant, in whole öre; empty where there are none. */
    static String perInhabitant(String inhabitants, String difference) {
        return "IF(" + inhabitants + "=0,\"\",ROUND(" + difference + "/" + inhabitants + ",2))";
    }
}
