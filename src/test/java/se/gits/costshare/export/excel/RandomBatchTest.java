package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.export.Exported;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RandomYear;

/**
 * Every act of a random year has a batch workbook whose formulas agree with their values and whose
 * controls hold: months in any order and passed over, credits that wait, new figures and keys.
 */
class RandomBatchTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyControlHolds(long seed) {
        Books books = new Books();
        new RandomYear(seed, 1, books.office()).happen();

        for (Issuance issuance : books.issuances()) {
            OpenedWorkbook workbook =
                    new OpenedWorkbook(Exported.by(new SummaryWorkbook(), issuance));
            workbook.assertFormulasGiveTheirCachedValues();
            for (Cell cell : workbook.formulas()) {
                if (cell.getCachedFormulaResultType() == CellType.BOOLEAN) {
                    assertThat(cell.getBooleanCellValue())
                            .as(
                                    "seed %d, %s %s, row %d",
                                    seed,
                                    issuance.terms().kind(),
                                    issuance.terms().month(),
                                    cell.getRowIndex() + 1)
                            .isTrue();
                }
            }
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Endurance.count(100, 5));
    }
}
