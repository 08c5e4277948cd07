package se.gits.costshare.export.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.money.Money;

/**
 * Lying bars that can be compared (stapeldiagram), for {@code bars.mustache}. A bar of a negative
 * amount goes to the left of the line at zero.
 *
 * <p>Lengths are percent of the drawing's width and heights are pixels, so that the words keep
 * their size on a phone. A long chart is several drawings, which stand side by side where there is
 * room, and none of which is cut by a page's end.
 *
 * @param id what the drawings' names within the page begin with
 */
record Bars(String id, String title, String description, List<Drawing> drawings) {

    /** A page of A4 holds as much, in pixels. */
    private static final int MOST_HEIGHT_PX = 780;

    private static final int TEXT_HEIGHT_PX = 17;
    private static final int BAR_HEIGHT_PX = 8;
    private static final int BAR_WITH_TEXT_PX = 30;

    /** What fits on a phone, beside an amount and alone; the tables have the whole name. */
    private static final int MOST_LETTERS_BESIDE = 34;

    private static final int MOST_LETTERS_ALONE = 42;

    /**
     * What the bars in a group are of.
     *
     * @param values one bar each; a single one shares its line with the label
     */
    record Group(String label, List<Value> values) {}

    /** How a bar looks, by what it is; {@code page.css} tells them apart also in grey print. */
    enum Series {
        /** What the chart is about. */
        MAIN,
        /** What that is held against. */
        AGAINST,
        /** What stands beside the two, such as what is left between them. */
        BESIDE
    }

    /**
     * A bar.
     *
     * @param name tells it from the group's others
     */
    record Value(Series series, String name, Money amount) {}

    /**
     * A part of the chart that is drawn in one piece.
     *
     * @param height in pixels
     * @param zero where zero is marked beside each bar, in percent from the left; none where that
     *     is the edge
     */
    record Drawing(
            String drawingId, String part, int height, List<String> zero, List<Label> labels) {}

    /**
     * Where a group begins.
     *
     * @param text empty where the label is its only bar's
     * @param baseline of the text, in pixels from the top
     */
    record Label(String text, int baseline, List<Bar> bars) {}

    /**
     * A bar with the line of text above it.
     *
     * @param series its look's place, from 1
     * @param x percent from the left, as is the width; y in pixels from the top
     */
    record Bar(
            int series,
            String name,
            String figure,
            int baseline,
            int y,
            int barHeight,
            String x,
            String width) {}

    static Bars of(String id, String title, String description, List<Group> groups) {
        List<Money> amounts =
                groups.stream().flatMap(g -> g.values().stream()).map(Value::amount).toList();
        Scale scale = Scale.of(amounts);
        List<List<Group>> pieces = pieces(groups);
        List<Drawing> drawings = new ArrayList<>();
        for (List<Group> piece : pieces) {
            int number = drawings.size() + 1;
            String part = pieces.size() == 1 ? "" : ", del " + number + " av " + pieces.size();
            drawings.add(draw(id + "-" + number, part, piece, scale));
        }
        return new Bars(id, title, description, List.copyOf(drawings));
    }

    /** Shares out the groups so that the drawings are about as high as each other. */
    private static List<List<Group>> pieces(List<Group> groups) {
        int height = groups.stream().mapToInt(Bars::heightOf).sum();
        int count = (height + MOST_HEIGHT_PX - 1) / MOST_HEIGHT_PX;
        List<List<Group>> pieces = new ArrayList<>();
        int from = 0;
        for (int piece = 1; piece <= count; piece++) {
            int to = (groups.size() * piece + count - 1) / count;
            pieces.add(groups.subList(from, to));
            from = to;
        }
        return pieces;
    }

    private static int heightOf(Group group) {
        int bars = group.values().size() * BAR_WITH_TEXT_PX;
        return group.values().size() == 1 ? bars : TEXT_HEIGHT_PX + bars + BAR_HEIGHT_PX;
    }

    private static Drawing draw(String id, String part, List<Group> groups, Scale scale) {
        List<Label> labels = new ArrayList<>();
        int top = 0;
        for (Group group : groups) {
            labels.add(draw(group, top, scale));
            top += heightOf(group);
        }
        BigDecimal zero = scale.percentOf(Money.ZERO);
        return new Drawing(
                id,
                part,
                top,
                zero.signum() == 0 ? List.of() : List.of(zero.toPlainString()),
                labels);
    }

    private static Label draw(Group group, int top, Scale scale) {
        boolean single = group.values().size() == 1;
        int y = single ? top : top + TEXT_HEIGHT_PX;
        List<Bar> bars = new ArrayList<>();
        for (Value value : group.values()) {
            BigDecimal zero = scale.percentOf(Money.ZERO);
            BigDecimal end = scale.percentOf(value.amount());
            bars.add(
                    new Bar(
                            value.series().ordinal() + 1,
                            shortened(single ? group.label() : value.name(), MOST_LETTERS_BESIDE),
                            SwedishFigures.kronor(value.amount()),
                            y + TEXT_HEIGHT_PX - 4,
                            y + TEXT_HEIGHT_PX,
                            BAR_HEIGHT_PX,
                            zero.min(end).toPlainString(),
                            end.subtract(zero).abs().toPlainString()));
            y += BAR_WITH_TEXT_PX;
        }
        return new Label(
                single ? "" : shortened(group.label(), MOST_LETTERS_ALONE),
                top + TEXT_HEIGHT_PX - 4,
                bars);
    }

    private static String shortened(String name, int mostLetters) {
        if (name.codePointCount(0, name.length()) <= mostLetters) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, mostLetters - 1)).strip() + "…";
    }

    /** From the least amount to the most, zero always among them. */
    private record Scale(Money least, Money most) {

        static Scale of(List<Money> amounts) {
            Money least = Money.ZERO;
            Money most = Money.ZERO;
            for (Money amount : amounts) {
                least = amount.compareTo(least) < 0 ? amount : least;
                most = amount.compareTo(most) > 0 ? amount : most;
            }
            return new Scale(least, most);
        }

        /** How far from the left an amount lies, in percent with one decimal. */
        BigDecimal percentOf(Money amount) {
            Money range = most.minus(least);
            if (range.isZero()) {
                return BigDecimal.ZERO;
            }
            return amount.minus(least)
                    .kronor()
                    .movePointRight(2)
                    .divide(range.kronor(), 1, RoundingMode.HALF_UP);
        }
    }
}
