package io.microwallet.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.microwallet.core.decision.Refusals;
import io.microwallet.core.request.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseTest {
    private static final String CORE = "io.microwallet.core";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(CORE);
    private static final DescribedPredicate<JavaClass> FLOATING = DescribedPredicate.describe(
            "floating point",
            type -> List.of("float", "double", "java.lang.Float", "java.lang.Double")
                    .contains(type.getName()));

    @Test
    void the_core_knows_the_jdk_and_nothing_else() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        CORE + "..",
                        "java.lang..",
                        "java.math..",
                        "java.nio..",
                        "java.security..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.annotations..")
                .check(CLASSES);
    }

    @Test
    void no_amount_floats() {
        noFields().should().haveRawType(FLOATING).check(CLASSES);
        noMethods().should().haveRawReturnType(FLOATING).check(CLASSES);
        noMethods()
                .should()
                .haveRawParameterTypes(DescribedPredicate.anyElementThat(FLOATING))
                .check(CLASSES);
    }

    @Test
    void nothing_is_kept_but_in_constants() {
        assertThat(CLASSES).flatExtracting(JavaClass::getFields).isNotEmpty().allMatch(HouseTest::isFinal);
    }

    /** So that a new one is refused by a row, comes after its neighbour and has its bytes in the API, or a build fails. */
    @Test
    void every_refusal_there_is_is_listed() {
        var all = CLASSES.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Refusal.class))
                .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                .collect(toSet());

        assertThat(all).isNotEmpty().isEqualTo(Set.copyOf(Refusals.all()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "books",
                "chargeback",
                "client",
                "credit",
                "decision",
                "id",
                "journal",
                "ledger",
                "link",
                "membership",
                "merchant",
                "money",
                "batch",
                "payout",
                "privacy",
                "purchase",
                "refund",
                "request",
                "settlement",
                "topup",
                "wallet"
            })
    void a_package_that_is_named_has_classes(String name) {
        assertThat(CLASSES.containPackage(CORE + '.' + name)).isTrue();
        assertThat(CLASSES.getPackage(CORE + '.' + name).getClasses()).isNotEmpty();
    }

    private static boolean isFinal(JavaField field) {
        return field.getModifiers().contains(JavaModifier.FINAL);
    }
}
