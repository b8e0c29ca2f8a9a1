package io.microwallet.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents show is what the tests run, and what they point at is there. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
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

    @ParameterizedTest
    @ValueSource(strings = {"SECURITY.md"})
    void every_test_that_proves_a_promise_exists(String document) throws IOException {
        var named = TEST.matcher(Files.readString(ROOT.resolve(document)));
        var found = 0;
        while (named.find()) {
            found++;
            assertThat(sources(named.group(1) + ".java")).as(named.group(1)).isPositive();
        }
        assertThat(found).isPositive();
    }

    private static long sources(String name) throws IOException {
        try (var files = Files.find(
                ROOT, 16, (path, _) -> path.endsWith(name) && path.toString().contains("src/test"))) {
            return files.count();
        }
    }
}
