package se.gits.costshare.population;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A data set in JSON-stat 2.0 as far as a population needs it, member by member, before anyone has
 * said whether they belong together.
 *
 * @see "json-stat.org/full"
 */
final class JsonStat {

    String documentClass = "";
    String version = "";
    String label = "";
    final List<String> ids = new ArrayList<>();
    final List<Long> sizes = new ArrayList<>();
    final Map<String, List<String>> idsOfRole = new HashMap<>();
    final Map<String, Category> dimensions = new HashMap<>();

    /** By position; null where none was given. */
    final List<Value> values = new ArrayList<>();

    /** How many figures and codes it has. */
    long size() {
        return values.size()
                + dimensions.values().stream()
                        .mapToLong(category -> category.positionOfCode.size())
                        .sum();
    }

    /**
     * One figure.
     *
     * @param text empty for null
     * @param row the line of the file
     */
    record Value(String text, int row) {}

    /** A dimension's own part of the document. */
    static final class Category {
        String label = "";
        String statedTotal = "";
        final Map<String, Long> positionOfCode = new LinkedHashMap<>();
        final Map<String, String> labelOfCode = new LinkedHashMap<>();
    }
}
