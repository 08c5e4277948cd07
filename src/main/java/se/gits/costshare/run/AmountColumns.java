package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.IssuedAct.IssuedAmount;

/**
 * Amounts in columns, twenty bytes each, which are made when they are asked for: a country has
 * millions of them in a month, and as objects they would not have room.
 */
public final class AmountColumns {

    private static final int PIECE_BITS = 12;
    private static final int LAST_IN_PIECE = (1 << PIECE_BITS) - 1;

    /** A power of two. */
    private static final int FEWEST = 16;

    private final List<Piece> pieces;
    private final List<Line> lines;
    private final List<Bearer> bearers;
    private final List<Terms> terms;
    private final int size;

    /** Made when it is first asked for: most acts are only read from the first to the last. */
    private ByLine byLine;

    // What many amounts have in common is kept once, and its place with each of them.

    private record Line(String row, String objectCode) {}

    private record Bearer(PartyCode party, Optional<InvoiceNumber> invoice) {}

    private record Terms(Invoicing invoicing, LineKind kind, YearMonth concerns, VatRate vat) {}

    /** Some of the amounts: one array of all would be copied each time that it grew. */
    private record Piece(int[] line, int[] bearer, int[] terms, long[] ore) {

        static Piece of(int places) {
            return new Piece(new int[places], new int[places], new int[places], new long[places]);
        }

        int places() {
            return ore.length;
        }

        Piece with(int places) {
            return new Piece(
                    Arrays.copyOf(line, places),
                    Arrays.copyOf(bearer, places),
                    Arrays.copyOf(terms, places),
                    Arrays.copyOf(ore, places));
        }
    }

    private AmountColumns(Builder builder) {
        this.pieces = List.copyOf(builder.pieces);
        this.lines = builder.lines.inOrder();
        this.bearers = builder.bearers.inOrder();
        this.terms = builder.terms.inOrder();
        this.size = builder.size;
    }

    /** The amounts alone, in the order that they were added. */
    List<Amount> amounts() {
        return new Made<>(this, this::amount);
    }

    /** The amounts with the invoices that they stand on, in the order that they were added. */
    public List<IssuedAmount> issued() {
        return new Made<>(this, this::issued);
    }

    /** Amounts in columns; of a list that is so already, itself. */
    static List<Amount> ofAmounts(List<Amount> amounts) {
        return amounts instanceof Made ? amounts : new Builder().addAll(amounts).build().amounts();
    }

    /** Issued amounts in columns; of a list that is so already, itself. */
    static List<IssuedAmount> ofIssued(List<IssuedAmount> issued) {
        if (issued instanceof Made) {
            return issued;
        }
        Builder builder = new Builder();
        issued.forEach(builder::add);
        return builder.build().issued();
    }

    /** A list whose elements are made each time. */
    private static final class Made<T> extends AbstractList<T> implements RandomAccess {

        private final AmountColumns columns;
        private final IntFunction<T> make;

        Made(AmountColumns columns, IntFunction<T> make) {
            this.columns = columns;
            this.make = make;
        }

        @Override
        public T get(int index) {
            return make.apply(Objects.checkIndex(index, columns.size));
        }

        @Override
        public int size() {
            return columns.size;
        }
    }

    private Amount amount(int index) {
        Piece piece = pieces.get(index >> PIECE_BITS);
        int at = index & LAST_IN_PIECE;
        Line line = lines.get(piece.line[at]);
        Terms of = terms.get(piece.terms[at]);
        return new Amount(
                line.row(),
                line.objectCode(),
                bearers.get(piece.bearer[at]).party(),
                of.invoicing(),
                of.kind(),
                of.concerns(),
                of.vat(),
                new Money(piece.ore[at]));
    }

    private IssuedAmount issued(int index) {
        int bearer = pieces.get(index >> PIECE_BITS).bearer[index & LAST_IN_PIECE];
        return new IssuedAmount(amount(index), bearers.get(bearer).invoice());
    }

    /**
     * The amounts of a budget line, grouped by party; each party's in the order that they were
     * added.
     *
     * @param inColumns as {@link #ofIssued} returned it
     */
    static List<IssuedAmount> ofLine(List<IssuedAmount> inColumns, String row) {
        return ((Made<IssuedAmount>) inColumns).columns.byLine().of(row);
    }

    /**
     * A party's amounts of a budget line, in the order that they were added.
     *
     * @param inColumns as {@link #ofIssued} returned it
     */
    static List<IssuedAmount> ofLine(List<IssuedAmount> inColumns, String row, PartyCode party) {
        return ((Made<IssuedAmount>) inColumns).columns.byLine().of(row, party);
    }

    /** Once for all threads that ask. */
    private synchronized ByLine byLine() {
        if (byLine == null) {
            byLine = new ByLine();
        }
        return byLine;
    }

    /**
     * Where the amounts of a budget line stand, and among them those of a party: four bytes each.
     */
    private final class ByLine {

        private final Distinct<String> rows = new Distinct<>();
        private final Distinct<PartyCode> parties = new Distinct<>();
        private final int[] rowOfLine;
        private final int[] partyOfBearer;

        /** The amounts' places, sorted by row and then by party. */
        private final int[] places;

        /** Where each row begins among the places, and where the last one ends. */
        private final int[] begins;

        ByLine() {
            rowOfLine = lines.stream().mapToInt(line -> rows.placeOf(line.row())).toArray();
            partyOfBearer =
                    bearers.stream().mapToInt(bearer -> parties.placeOf(bearer.party())).toArray();
            int[] byParty = new int[size];
            Arrays.setAll(byParty, place -> place);
            byParty = sorted(byParty, this::party, begins(this::party, parties.count()));
            begins = begins(this::row, rows.count());
            places = sorted(byParty, this::row, begins);
        }

        private int row(int place) {
            return rowOfLine[pieces.get(place >> PIECE_BITS).line[place & LAST_IN_PIECE]];
        }

        private int party(int place) {
            return partyOfBearer[pieces.get(place >> PIECE_BITS).bearer[place & LAST_IN_PIECE]];
        }

        /** How many come before each group, and how many there are. */
        private int[] begins(IntUnaryOperator groupOf, int groups) {
            int[] begins = new int[groups + 1];
            for (int place = 0; place < size; place++) {
                begins[groupOf.applyAsInt(place) + 1]++;
            }
            Arrays.parallelPrefix(begins, Integer::sum);
            return begins;
        }

        /** Group after group; within each as they were. */
        private static int[] sorted(int[] places, IntUnaryOperator groupOf, int[] begins) {
            int[] next = begins.clone();
            int[] sorted = new int[places.length];
            for (int place : places) {
                int group = groupOf.applyAsInt(place);
                sorted[next[group]] = place;
                next[group]++;
            }
            return sorted;
        }

        List<IssuedAmount> of(String row) {
            int group = rows.find(row);
            return group < 0 ? List.of() : at(begins[group], begins[group + 1]);
        }

        List<IssuedAmount> of(String row, PartyCode party) {
            int group = rows.find(row);
            int of = parties.find(party);
            return group < 0 || of < 0
                    ? List.of()
                    : at(
                            firstFrom(of, begins[group], begins[group + 1]),
                            firstFrom(of + 1, begins[group], begins[group + 1]));
        }

        /** Where the first of a party or of one after it stands. */
        private int firstFrom(int party, int from, int to) {
            int low = from;
            int high = to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (party(places[middle]) < party) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private List<IssuedAmount> at(int from, int to) {
            IssuedAmount[] amounts = new IssuedAmount[to - from];
            for (int i = from; i < to; i++) {
                amounts[i - from] = issued(places[i]);
            }
            return List.of(amounts);
        }
    }

    /** Takes amounts one after another; used once. */
    public static final class Builder {

        private final List<Piece> pieces = new ArrayList<>();
        private final Distinct<Line> lines = new Distinct<>();
        private final Distinct<Bearer> bearers = new Distinct<>();
        private final Distinct<Terms> terms = new Distinct<>();
        private int size;

        Builder addAll(Collection<Amount> amounts) {
            amounts.forEach(amount -> add(amount, Optional.empty()));
            return this;
        }

        /** Adds an amount that was issued. */
        public void add(IssuedAmount issued) {
            add(issued.amount(), issued.invoice());
        }

        private void add(Amount amount, Optional<InvoiceNumber> invoice) {
            int at = size & LAST_IN_PIECE;
            Piece piece = pieceWith(at);
            piece.line[at] = lines.placeOf(new Line(amount.row(), amount.objectCode()));
            piece.bearer[at] = bearers.placeOf(new Bearer(amount.party(), invoice));
            piece.terms[at] =
                    terms.placeOf(
                            new Terms(
                                    amount.invoicing(),
                                    amount.kind(),
                                    amount.concerns(),
                                    amount.vat()));
            piece.ore[at] = amount.money().ore();
            size = Math.addExact(size, 1);
        }

        /** The last piece, with room for an amount; most acts have a few. */
        private Piece pieceWith(int at) {
            if (at == 0) {
                pieces.add(Piece.of(FEWEST));
            }
            int last = pieces.size() - 1;
            if (at == pieces.get(last).places()) {
                pieces.set(last, pieces.get(last).with(2 * at));
            }
            return pieces.get(last);
        }

        public AmountColumns build() {
            return new AmountColumns(this);
        }
    }

    /** Values that are seldom new, each with its place among them. */
    private static final class Distinct<T> {

        private final Map<T, Integer> placeOf = new HashMap<>();
        private final List<T> values = new ArrayList<>();

        int placeOf(T value) {
            return placeOf.computeIfAbsent(
                    value,
                    added -> {
                        values.add(added);
                        return values.size() - 1;
                    });
        }

        /** The place of a value; -1 of one that is not among them. */
        int find(T value) {
            return placeOf.getOrDefault(value, -1);
        }

        int count() {
            return values.size();
        }

        List<T> inOrder() {
            return List.copyOf(values);
        }
    }
}
