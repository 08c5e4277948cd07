package se.gits.costshare.budget;

import java.util.List;
import se.gits.costshare.input.Columns;

/**
 * The table {@code utfall-YEAR.csv}: what each budget line came to cost.
 *
 * <pre>
 * rad;utfall
 * 1;7 600 000
 * </pre>
 *
 * <p>Nothing reads it yet; a newcomer's folder has it, so that the year's last table can be filled
 * in as its months go by.
 */
public final class OutcomeFile {

    /** What stands in the heading. */
    public static final Columns COLUMNS = new Columns(List.of("rad", "utfall"), List.of());

    private OutcomeFile() {}
}
