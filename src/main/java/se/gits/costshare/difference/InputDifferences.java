package se.gits.costshare.difference;

import java.util.List;

/**
 * Finds what two inputs of a year differ in that can move a cost. A decision's words, a name, the
 * order of rows, or what no budget line rests on cannot.
 */
public final class InputDifferences {

    private InputDifferences() {}

    /** The differences, in the order of the input's tables. */
    public static List<Difference> between(Side before, Side after) {
        Sides sides = new Sides(before, after);
        new PopulationDifferences(sides).find();
        new PartyDifferences(sides).find();
        new ObjectDifferences(sides).find();
        new KeyDifferences(sides).find();
        new VolumeDifferences(sides).find();
        new BudgetDifferences(sides).find();
        return sides.found();
    }
}
