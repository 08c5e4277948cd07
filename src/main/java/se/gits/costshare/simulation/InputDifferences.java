package se.gits.costshare.simulation;

import java.util.List;

/**
 * Finds what two inputs of a year differ in that can move a cost. A decision's words, a name, the
 * order of rows, or what no budget line rests on cannot.
 */
final class InputDifferences {

    private InputDifferences() {}

    /** The differences, in the order of the input's tables. */
    static List<Difference> between(Side today, Side proposal) {
        Sides sides = new Sides(today, proposal);
        new PopulationDifferences(sides).find();
        new PartyDifferences(sides).find();
        new ObjectDifferences(sides).find();
        new KeyDifferences(sides).find();
        new VolumeDifferences(sides).find();
        new BudgetDifferences(sides).find();
        return sides.found();
    }
}
