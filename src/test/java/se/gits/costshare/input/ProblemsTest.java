package se.gits.costshare.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemsTest {

    private final Problems problems = new Problems();

    private void amounts(int count, String file) {
        for (int row = 2; row < 2 + count; row++) {
            problems.add(new Place(file, row, "belopp"), "ett", ProblemKind.NOT_AN_AMOUNT);
        }
    }

    private List<String> told(String language) {
        return new ProblemText(Locale.forLanguageTag(language))
                .all(problems, ProblemKind.Severity.FAULT);
    }

    @Test
    void twentyOfAKindAreToldAndTheRestCounted() {
        amounts(23, "b.csv");
        amounts(2, "a.csv");
        problems.add(Place.ofFile("c.csv"), "", ProblemKind.FILE_MISSING);

        assertThat(told("sv")).hasSize(21);
        assertThat(told("sv").get(0)).startsWith("a.csv:2:");
        assertThat(told("sv").get(19))
                .startsWith("b.csv:19:")
                .endsWith("\n… och 5 till av samma slag.");
        assertThat(told("sv").get(20)).startsWith("c.csv\n");
        assertThat(told("en").get(19)).endsWith("\n… and 5 more of the same kind.");
        assertThat(problems.count(ProblemKind.Severity.FAULT)).isEqualTo(26);
        assertThat(problems.files(ProblemKind.Severity.FAULT)).isEqualTo(3);
    }

    @Test
    void twentyOfAKindAreAll() {
        amounts(20, "b.csv");

        assertThat(told("sv")).hasSize(20).noneMatch(text -> text.contains("till av samma slag"));
    }

    @Test
    void theSameProblemTwiceIsOne() {
        amounts(3, "b.csv");
        amounts(3, "b.csv");

        assertThat(problems.faults()).hasSize(3);
        assertThat(problems.count(ProblemKind.Severity.FAULT)).isEqualTo(3);
    }

    @Test
    void whatIsFoundAgainAndAgainIsCountedOnce() {
        for (int time = 0; time < 12; time++) {
            amounts(30, "b.csv");
        }

        assertThat(problems.faults()).hasSize(20);
        assertThat(problems.count(ProblemKind.Severity.FAULT)).isEqualTo(30);
    }

    @Test
    void aWarningIsNoFault() {
        problems.add(Place.ofFile("x.csv"), "", ProblemKind.UNKNOWN_FILE);

        assertThat(problems.hasFaults()).isFalse();
        assertThat(problems.faults()).isEmpty();
        assertThat(problems.warnings()).hasSize(1);
        assertThat(problems.count(ProblemKind.Severity.FAULT)).isZero();
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theFirstAreToldInWhateverOrderTheyAreFound(long seed) {
        Random random = new Random(seed);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            places.add(new Place("abc".charAt(i % 3) + ".csv", 2 + i, "belopp"));
        }
        List<Place> expected = places.stream().sorted().limit(20).toList();
        Collections.shuffle(places, random);

        places.forEach(place -> problems.add(place, "", ProblemKind.NOT_AN_AMOUNT));

        assertThat(problems.faults()).extracting(InputProblem::place).isEqualTo(expected);
        assertThat(problems.beyondTold(ProblemKind.NOT_AN_AMOUNT)).isEqualTo(40);
    }

    @Test
    void whatIsNotToldIsNotEvenPutIntoWords() {
        amounts(20, "a.csv");

        problems.add(
                new Place("b.csv", 2, "belopp"),
                "",
                ProblemKind.NOT_AN_AMOUNT,
                new Object() {
                    @Override
                    public String toString() {
                        throw new AssertionError("asked for");
                    }
                });

        assertThat(problems.beyondTold(ProblemKind.NOT_AN_AMOUNT)).isEqualTo(1);
    }
}
