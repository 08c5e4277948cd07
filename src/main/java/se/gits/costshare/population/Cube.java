package se.gits.costshare.population;

import java.time.LocalDate;
import java.util.List;
import se.gits.costshare.input.Content;
import se.gits.costshare.input.Place;

/**
 * What a file says, whatever its layout: figures of regions on dates, whole or in parts.
 *
 * @param file its name
 * @param dimensions the divisions besides region and time; with {@link Observation#values} they say
 *     which part a figure counts
 * @param observations the figures of the regions that are wanted
 */
record Cube(
        String file, List<Dimension> dimensions, List<Observation> observations, Places places) {

    /** More divisions than any table of SCB's has; a bound for hostile files. */
    static final int MOST_DIMENSIONS = 12;

    /** Where a figure stands; it is asked for only where there is something to tell. */
    interface Places {
        Place at(int row, int column);
    }

    /**
     * One cell.
     *
     * @param region a municipality's code or {@link Region#COUNTY}
     * @param values the number of its value along each dimension
     */
    record Observation(
            String region, LocalDate date, int[] values, int row, int column, Content content) {}
}
