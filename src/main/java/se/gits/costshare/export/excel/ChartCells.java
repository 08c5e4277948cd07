package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import se.gits.costshare.money.Money;

/**
 * Cells that a chart shows, and what they held when it was made. The chart keeps the latter for
 * readers that do not compute; it is given here in decimal digits, since how a double is printed
 * depends on the JDK.
 */
final class ChartCells {

    private ChartCells() {}

    /**
     * @param reference one column's cells, with the sheet's name
     */
    record Names(String reference, List<String> values) implements XDDFCategoryDataSource {

        Names {
            values = values.stream().map(SheetWriter::stored).toList();
        }

        @Override
        public int getPointCount() {
            return values.size();
        }

        @Override
        public String getPointAt(int index) {
            return values.get(index);
        }

        @Override
        public boolean isCellRange() {
            return true;
        }

        @Override
        public boolean isReference() {
            return true;
        }

        @Override
        public String getDataRangeReference() {
            return reference;
        }

        @Override
        public String getFormatCode() {
            return "General";
        }
    }

    /**
     * @param reference one column's cells, with the sheet's name
     * @param format how the cells show their numbers
     */
    record Numbers(String reference, String format, List<BigDecimal> values)
            implements XDDFNumericalDataSource<BigDecimal> {

        Numbers {
            values = List.copyOf(values);
        }

        static Numbers ofAmounts(String reference, List<Money> amounts) {
            return new Numbers(
                    reference,
                    Look.Format.AMOUNT.code,
                    amounts.stream().map(Money::kronor).toList());
        }

        @Override
        public int getPointCount() {
            return values.size();
        }

        @Override
        public BigDecimal getPointAt(int index) {
            return values.get(index);
        }

        @Override
        public boolean isCellRange() {
            return true;
        }

        @Override
        public boolean isReference() {
            return true;
        }

        @Override
        public boolean isNumeric() {
            return true;
        }

        @Override
        public int getColIndex() {
            return 0;
        }

        @Override
        public String getDataRangeReference() {
            return reference;
        }

        @Override
        public String getFormatCode() {
            return format;
        }

        @Override
        public void setFormatCode(String other) {
            throw new UnsupportedOperationException("The format is that of the cells");
        }
    }
}
