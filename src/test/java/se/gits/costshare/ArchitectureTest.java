package se.gits.costshare;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows of the design, each with its reason. */
class ArchitectureTest {

    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("se.gits.costshare");

    private static final String[] CORE = {
        "..money..", "..party..", "..allocation..", "..invoice.."
    };

    static final ArchRule theCoreIsPlainJava =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(
                            "java..", "..money..", "..party..", "..allocation..", "..invoice..")
                    .because(
                            "an auditor must be able to follow the arithmetic without a framework");

    static final ArchRule moneyRestsOnNothing = restsOnlyOn("money");

    static final ArchRule partiesRestOnMoney = restsOnlyOn("party", "money");

    static final ArchRule allocationRestsOnMoneyAndParties =
            restsOnlyOn("allocation", "money", "party");

    static final ArchRule invoicesRestOnMoneyAndParties = restsOnlyOn("invoice", "money", "party");

    static final ArchRule inputRestsOnTheCore =
            restsOnlyOn("input", "money", "party", "allocation");

    static final ArchRule locksRestOnNothing = restsOnlyOn("lock");

    static final ArchRule durabilityRestsOnNothing = restsOnlyOn("durable");

    static final ArchRule theRunIsPure =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..run..",
                            "..difference..",
                            "..explanation..",
                            "..simulation..",
                            "..report..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.io..",
                            "java.nio..",
                            "java.sql..",
                            "..register..",
                            "..export..",
                            "..job..",
                            "..cli..",
                            "org..")
                    .because("what is computed is a function of its inputs and of what was issued");

    static final ArchRule springStaysInTheShell =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..register..", "..job..", "..cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "org.h2..", "org.flywaydb..")
                    .because("what is computed and what is written must not need a database");

    static final ArchRule springBatchStaysInTheJob =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..job..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework.batch..")
                    .because("the job's tables serve restart and nothing else");

    static final ArchRule exportKnowsNoRegister =
            noClasses()
                    .that()
                    .resideInAPackage("..export..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..register..", "..job..", "..cli..")
                    .because("a file is a picture of a month, whoever asks for it");

    static final ArchRule whatIsFilledInKnowsNothingOfMonths =
            noClasses()
                    .that()
                    .resideInAPackage("..template..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..run..", "..register..", "..job..", "..cli..", "..invoice..")
                    .because("it shows what the readers read, and computes and issues nothing");

    static final ArchRule workbooksAreWrittenInOnePlace =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..export.excel..", "..input..", "..population..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.poi..")
                    .because("the same bytes every time are one package's care");

    static final ArchRule pagesAreWrittenInOnePlace =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..export.html..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.samskivert..")
                    .because("that every value is escaped is one package's care");

    static final ArchRule pdfsAreWrittenInOnePlace =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..export.pdf..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..")
                    .because("fonts, tags and what may be loaded are one package's care");

    static final ArchRule nothingKnowsTheCommands =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..cli..")
                    .and()
                    .doNotHaveSimpleName("Costshare")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..cli..")
                    .because("commands ask, and are not asked");

    static final ArchRule packagesHaveNoCycles =
            slices().matching("se.gits.costshare.(*)..").should().beFreeOfCycles();

    static final ArchRule kindsOfFilesHaveNoCycles =
            slices().matching("se.gits.costshare.export.(*)..").should().beFreeOfCycles();

    static final ArchRule theOfficialRulesAreAskedInOnePlace =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..export.peppol..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.helger..")
                    .because("another release of the rules is one package's care");

    static final ArchRule theClockIsReadOnlyAtTheEdge =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..cli..")
                    .should()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(ZonedDateTime.class, "now")
                    .orShould()
                    .callMethod(YearMonth.class, "now")
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone")
                    .orShould()
                    .callMethod(Clock.class, "system", ZoneId.class)
                    .orShould()
                    .callMethod(OffsetDateTime.class, "now")
                    .orShould()
                    .callConstructor(Date.class)
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("a month that is run again must give the same files");

    static final ArchRule noFloatingPointNearMoney =
            classes()
                    .that()
                    .resideInAnyPackage(
                            "..money..",
                            "..allocation..",
                            "..invoice..",
                            "..run..",
                            "..difference..",
                            "..explanation..",
                            "..simulation..",
                            "..report..")
                    .should(haveNoFloatingPoint())
                    .because("an öre is whole");

    static final ArchRule namesSayWhatThingsAre =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Constants")
                    .orShould()
                    .haveSimpleNameEndingWith("DTO")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .because("such a name says that nobody knew what the class is for");

    /** Every rule of this class. */
    static Stream<Arguments> rules() {
        return Arrays.stream(ArchitectureTest.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> Arguments.of(field.getName(), value(field)));
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule) {
        rule.check(PROGRAM);
    }

    private static ArchRule restsOnlyOn(String module, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = ".." + module + "..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = ".." + others[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("se.gits.costshare." + module)
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAPackage("se.gits.costshare..")
                                .and(JavaClass.Predicates.resideOutsideOfPackages(allowed)))
                .because("the arrows point one way (DESIGN)");
    }

    private static ArchCondition<JavaClass> haveNoFloatingPoint() {
        return new ArchCondition<>("have no float or double") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                javaClass.getFields().stream()
                        .filter(field -> isFloatingPoint(field.getRawType()))
                        .forEach(
                                field ->
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        field, field.getDescription())));
                javaClass.getMethods().stream()
                        .filter(
                                method ->
                                        isFloatingPoint(method.getRawReturnType())
                                                || method.getRawParameterTypes().stream()
                                                        .anyMatch(t -> isFloatingPoint(t)))
                        .forEach(
                                method ->
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        method, method.getDescription())));
            }
        };
    }

    private static boolean isFloatingPoint(JavaClass type) {
        return type.isEquivalentTo(double.class) || type.isEquivalentTo(float.class);
    }
}
