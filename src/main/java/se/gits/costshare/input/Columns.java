package se.gits.costshare.input;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns a table has.
 *
 * @param required must stand in the heading
 * @param optional may stand in the heading
 */
public record Columns(List<String> required, List<String> optional) {

    public List<String> all() {
        List<String> all = new ArrayList<>(required);
        all.addAll(optional);
        return all;
    }
}
