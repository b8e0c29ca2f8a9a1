package io.microwallet.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a JDK and a Maven that only tell what they were asked. */
class LauncherTest {
    private static final int SECONDS_MAX = 60;

    /** Tells its arguments and which of the migrator's variables it was handed. */
    private static final String JAVA = """
            #!/usr/bin/env bash
            case "$*" in
                *-Djarmode=tools*) mkdir -p "${@: -1}/lib"; touch "${@: -1}/microwallet.jar" "${@: -1}/lib/bcprov-1.jar" ;;
                *" rehearse") ;;
                *AOTCacheOutput=*service.aot.next*)
                   for word; do
                       case $word in -XX:AOTCacheOutput=*) output=${word#*=} ;; */data) data=$word ;; esac
                   done
                   trap 'touch "$output"; exit 143' TERM
                   mkdir -p "$data"; touch "$data/service.json"
                   while :; do sleep 0.05; done ;;
                *) while [ "$1" != io.microwallet.api.MicroWallet ]; do
                       case $1 in -XX:*GC) gc=$1 ;; -XX:AOTCache=*service.aot) cached=" quickly" ;; esac; shift
                   done
                   shift; printf 'ran:'; printf ' <%s>' "$@"; echo " $gc migrate=${MICROWALLET_MIGRATE_URL-unset}${cached:-}"
                   exit "${FAKE_EXIT:-0}" ;;
            esac
            """;

    private static final String JAR = """
            #!/usr/bin/env bash
            if [ "$1" = xf ]; then mkdir -p META-INF org; touch META-INF/MANIFEST.MF META-INF/BC.SF; fi
            """;

    private static final String MAVEN = """
            #!/usr/bin/env bash
            echo "maven $*" >>"$FAKE_LOG"
            echo '[INFO] Building MicroWallet ledger core 0.1.0-SNAPSHOT       [1/2]'
            if [ -n "${FAKE_BROKEN:-}" ]; then
                echo '[ERROR] It does not compile.'; echo '[ERROR] -> [Help 1]'; echo '[ERROR] Much more.'; exit 1
            fi
            """;

    @TempDir
    Path folder;

    private Path root;
    private Path jdk;
    private final Map<String, String> environment = new HashMap<>();

    private record Said(int exitCode, String text) {}

    @BeforeEach
    void prepare() throws IOException {
        root = Files.createDirectories(folder.resolve("my clone"));
        Files.copy(Path.of("../microwallet"), root.resolve("microwallet"));
        for (var module : List.of("ledger-core", "migrations", "ledger-api", "adapters/vault")) {
            Files.createDirectories(root.resolve(module).resolve("src/main"));
            Files.writeString(root.resolve(module).resolve("pom.xml"), "<project/>");
        }
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        jdk = folder.resolve("jdk");
        Files.createDirectories(jdk);
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.1\"\n");
        script(jdk.resolve("bin/java"), JAVA);
        script(jdk.resolve("bin/javac"), "#!/usr/bin/env bash\n");
        script(jdk.resolve("bin/jar"), JAR);
        script(folder.resolve("bin/mvn"), MAVEN);
        environment.put("JAVA_HOME", jdk.toString());
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("FAKE_LOG", folder.resolve("maven.log").toString());
        allSourcesAreOld();
    }

    /** It goes on in the background when the command has ended. */
    @AfterEach
    void awaitEndOfRehearsal() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (isRehearsing()) {
            assertThat(System.nanoTime()).as("a rehearsal that never ends").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private boolean isRehearsing() {
        var releases = root.resolve(".microwallet/app").toFile().listFiles();
        return releases != null
                && Stream.of(releases)
                        .anyMatch(release -> Files.exists(release.toPath().resolve("rehearsal")));
    }

    @Test
    void the_first_command_builds_and_the_second_only_runs() throws Exception {
        var first = launch("request", "GET", "/v1/a b", "");
        assertThat(first.exitCode()).as(first.text()).isZero();
        assertThat(first.text())
                .contains(
                        "Building MicroWallet",
                        "[1/2] MicroWallet ledger core",
                        "ran: <request> <GET> </v1/a b> <> -XX:+UseSerialGC");

        var second = launch("request");
        assertThat(second.text().strip()).startsWith("ran: <request>");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void a_source_that_is_newer_is_built() throws Exception {
        launch("ledger");
        Files.writeString(root.resolve("adapters/vault/src/main/New.java"), "class New {}");

        assertThat(launch("ledger").text()).contains("Building MicroWallet");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void a_source_that_went_away_is_built_without() throws Exception {
        var old = Files.writeString(root.resolve("ledger-core/src/main/Old.java"), "class Old {}");
        allSourcesAreOld();
        launch("ledger");
        Files.delete(old);

        assertThat(launch("ledger").text()).contains("Building MicroWallet");
    }

    @Test
    void a_build_that_breaks_says_why_and_is_tried_again() throws Exception {
        environment.put("FAKE_BROKEN", "yes");
        var broken = launch("ledger");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.text())
                .contains("It does not compile.", "the build failed")
                .doesNotContain("Much more", "ran:");

        environment.remove("FAKE_BROKEN");
        assertThat(launch("ledger").text()).contains("ran: <ledger>");
    }

    @Test
    void a_running_service_keeps_the_jars_that_it_started_from() throws Exception {
        launch("serve");
        var started = Files.readString(root.resolve(".microwallet/app/current"));
        Files.writeString(root.resolve("ledger-core/src/main/New.java"), "class New {}");

        launch("ledger");

        assertThat(Files.readString(root.resolve(".microwallet/app/current"))).isNotEqualTo(started);
        assertThat(Path.of(started, "microwallet.jar")).exists();
    }

    @Test
    void the_service_is_rehearsed_beside_its_first_start_and_later_ones_use_what_that_recorded() throws Exception {
        assertThat(launch("serve").text()).doesNotContain("quickly");
        awaitEndOfRehearsal();

        assertThat(launch("serve").text()).contains("ran: <serve> -XX:+UseParallelGC migrate=unset quickly");
    }

    @Test
    void serve_migrates_in_a_process_of_its_own_and_is_not_told_the_migrators_url() throws Exception {
        environment.put("MICROWALLET_MIGRATE_URL", "jdbc:secret");

        var said = launch("serve", "--port", "0").text();

        assertThat(said.lines().filter(line -> line.startsWith("ran:")))
                .containsExactly(
                        "ran: <migrate> -XX:+UseParallelGC migrate=jdbc:secret",
                        "ran: <serve> <--port> <0> -XX:+UseParallelGC migrate=unset");
    }

    @Test
    void serve_does_not_start_on_a_database_that_was_not_migrated() throws Exception {
        launch("ledger");
        environment.put("MICROWALLET_MIGRATE_URL", "jdbc:secret");
        environment.put("FAKE_EXIT", "1");

        var said = launch("serve");

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.text()).contains("<migrate>").doesNotContain("<serve>");
    }

    @Test
    void a_commands_exit_code_is_the_launchers() throws Exception {
        environment.put("FAKE_EXIT", "2");

        assertThat(launch("request").exitCode()).isEqualTo(2);
    }

    @Test
    void an_older_jdk_is_not_taken() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.2\"\n");

        assertThat(launch("ledger").text())
                .doesNotContain("ran:")
                .satisfiesAnyOf(
                        text -> assertThat(text).contains("no JDK 25 found", "JAVA_HOME is now '" + jdk + "'"),
                        // Where the machine has another JDK 25, the launcher takes that.
                        text -> assertThat(text).contains("Building MicroWallet"));
    }

    private Said launch(String... args) throws Exception {
        var command =
                new ArrayList<>(List.of("bash", root.resolve("microwallet").toString()));
        command.addAll(List.of(args));
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MICROWALLET_"));
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS))
                    .as("ends in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Said(process.exitValue(), Files.readString(output));
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(folder.resolve("maven.log"));
    }

    /** The launcher compares dates, which on some file systems are coarse. */
    private void allSourcesAreOld() throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(
                        file,
                        FileTime.from(
                                Files.getLastModifiedTime(file).toInstant().minus(Duration.ofHours(1))));
            }
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
