package io.microwallet.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents show is what the tests run, and what they point at is there. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES = List.of(
            "ledger-core",
            "migrations",
            "adapters/event-store",
            "adapters/vault",
            "adapters/embedded-postgres",
            "adapters/processor-simulator",
            "ledger-api");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z]*Test)`");

    @ParameterizedTest
    @ValueSource(strings = {"src/test/node/call.mjs", "src/test/python/call.py"})
    void the_calls_it_shows_are_those_that_independent_clients_make_in_the_tests(String file) throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains(Files.readString(Path.of(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "SECURITY.md", "CHANGELOG.md"})
    void every_link_leads_somewhere(String document) throws IOException {
        var links = LINK.matcher(Files.readString(ROOT.resolve(document)));
        while (links.find()) {
            assertThat(ROOT.resolve(links.group(1))).exists();
        }
    }

    @Test
    void every_test_that_proves_a_promise_exists() throws IOException {
        var tests = tests();
        var named = TEST.matcher(Files.readString(ROOT.resolve("SECURITY.md")));
        var found = 0;
        while (named.find()) {
            found++;
            assertThat(tests).contains(named.group(1) + ".java");
        }
        assertThat(found).isPositive();
    }

    /** A patch that no longer fits would plant nothing. */
    @Test
    void every_planted_bug_is_listed_and_fits_the_code() throws IOException {
        var listed = Files.readString(ROOT.resolve("SECURITY.md"));
        try (var patches = Files.newDirectoryStream(ROOT.resolve(".ci/mutants"), "*.patch")) {
            var count = 0;
            for (var patch : patches) {
                var text = Files.readString(patch);
                assertThat(listed).contains(text.lines().findFirst().orElseThrow());
                assertFits(text);
                assertThat(tests()).containsAll(testsOf(text));
                count++;
            }
            assertThat(count).isGreaterThanOrEqualTo(20);
        }
    }

    /** The test classes that catch it; one may be narrowed to a method. */
    private static List<String> testsOf(String patch) {
        var named = patch.lines()
                .filter(line -> line.startsWith("Tests: "))
                .findFirst()
                .orElseThrow();
        return Pattern.compile(",")
                .splitAsStream(named.substring(7))
                .map(test -> test.replaceFirst("#.*", "") + ".java")
                .toList();
    }

    private static void assertFits(String patch) throws IOException {
        var file = "";
        for (var part : patch.split("\n(?=--- a/|@@ )")) {
            if (part.startsWith("--- a/")) {
                file = Files.readString(
                        ROOT.resolve(part.lines().findFirst().orElseThrow().substring(6)));
            } else if (part.startsWith("@@ ")) {
                var before = part.lines()
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("diff "))
                        .filter(line -> !line.startsWith("+"))
                        .map(line -> line.isEmpty() ? line : line.substring(1))
                        .toList();
                assertThat(file).contains(String.join("\n", before));
            }
        }
    }

    private static Set<String> tests() throws IOException {
        var names = new HashSet<String>();
        for (var module : MODULES) {
            try (var files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString()).forEach(names::add);
            }
        }
        return names;
    }
}
