package se.gits.costshare.export.html;

import java.util.List;
import se.gits.costshare.simulation.Comparison;

/**
 * Costs of today and of a proposal, one row each and their sum, for {@code
 * comparison-table.mustache}.
 *
 * @param id the table's name within the page
 * @param heading what a row is
 * @param sum one row, or none where the only row is the sum
 */
record ComparisonTable(String id, String caption, String heading, List<Row> rows, List<Row> sum) {

    /**
     * A row, its figures in words.
     *
     * @param target the name within the page of what tells more; empty where nothing does
     */
    record Row(
            String target,
            String name,
            String today,
            String proposal,
            String difference,
            String percent,
            String perInhabitant) {

        static Row of(String name, Comparison comparison) {
            return linked("", name, comparison);
        }

        static Row linked(String target, String name, Comparison comparison) {
            return new Row(
                    target,
                    name,
                    comparison.today().inSwedish(),
                    comparison.proposal().inSwedish(),
                    comparison.difference().inSwedish(),
                    SwedishFigures.percent(comparison.percent()),
                    SwedishFigures.perInhabitant(comparison.perInhabitant()));
        }
    }
}
