package io.microwallet.api.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may use whom, over all modules at once; each rule is an allow-list, and no package that a rule names is empty. */
class ArchitectureTest {
    private static final String CORE = "io.microwallet.core..";
    private static final String STORE = "io.microwallet.eventstore..";
    private static final String VAULT = "io.microwallet.vault..";
    private static final String EMBEDDED = "io.microwallet.embedded..";
    private static final String MIGRATIONS = "io.microwallet.migrations..";
    private static final String SIMULATOR = "io.microwallet.simulator..";
    private static final String API = "io.microwallet.api..";

    /** Read-side queries, the composition root, and the commands that open the database themselves: fsck and reindex. */
    private static final String[] JDBC_IN_THE_API = {
        "io.microwallet.api.listing..",
        "io.microwallet.api.topup.worker..",
        "io.microwallet.api.refund.worker..",
        "io.microwallet.api.overdue..",
        "io.microwallet.api.server..",
        "io.microwallet.api.bench..",
        "io.microwallet.api.cli..",
        "io.microwallet.api.demo..",
        "io.microwallet.api.maintenance.."
    };

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.microwallet");
    }

    @Test
    void axon_is_used_in_the_event_store_only() {
        only(STORE).mayUse("org.axonframework..").check(ours);
    }

    @Test
    void jdbc_is_used_by_the_adapters_of_the_database_and_by_queries_only() {
        var allowed = Stream.concat(Stream.of(STORE, VAULT, EMBEDDED, MIGRATIONS), Stream.of(JDBC_IN_THE_API))
                .toArray(String[]::new);
        only(allowed)
                .mayUse(
                        "java.sql..",
                        "javax.sql..",
                        "org.postgresql..",
                        "com.zaxxer.hikari..",
                        "org.springframework.jdbc..")
                .check(ours);
    }

    @Test
    void the_simulated_processor_is_put_together_in_the_server_and_named_nowhere_else() {
        only(SIMULATOR, "io.microwallet.api.server..", "io.microwallet.api.demo..", "io.microwallet.api.cli..")
                .mayUse(SIMULATOR)
                .check(ours);
    }

    @Test
    void the_core_uses_the_jdk_and_nothing_else() {
        classes()
                .that()
                .resideInAPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(CORE, "java..", "org.jspecify.annotations..")
                .check(ours);
    }

    @Test
    void adapters_know_the_core_and_never_each_other_nor_the_api() {
        for (var adapter : List.of(STORE, VAULT, EMBEDDED, MIGRATIONS, SIMULATOR)) {
            classes()
                    .that()
                    .resideInAPackage(adapter)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(adapter, CORE).or(not(resideInAnyPackage("io.microwallet.."))))
                    .check(ours);
        }
    }

    @Test
    void spring_is_used_in_the_api_only() {
        only(API).mayUse("org.springframework..").check(ours);
    }

    static Stream<String> named() {
        return Stream.concat(
                Stream.of(CORE, STORE, VAULT, EMBEDDED, MIGRATIONS, SIMULATOR, API),
                Stream.of(
                        "io.microwallet.api.listing..",
                        "io.microwallet.api.topup.worker..",
                        "io.microwallet.api.server.."));
    }

    @ParameterizedTest
    @MethodSource("named")
    void no_package_that_a_rule_names_is_empty(String name) {
        assertThat(ours.that(resideInAnyPackage(name))).as(name).isNotEmpty();
    }

    private record Only(String[] allowed) {
        ArchRule mayUse(String... packages) {
            return noClasses()
                    .that(not(resideInAnyPackage(allowed)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages);
        }
    }

    private static Only only(String... allowed) {
        return new Only(allowed);
    }
}
