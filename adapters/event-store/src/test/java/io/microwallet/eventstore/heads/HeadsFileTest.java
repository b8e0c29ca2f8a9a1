package io.microwallet.eventstore.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsFileTest {
    private static final Instant NOW = Instant.parse("2026-11-23T16:00:00.000123Z");

    @TempDir
    private Path directory;

    @Test
    void a_head_is_read_as_it_was_signed() throws IOException {
        var keys = HeadKeys.openOrCreate(directory);
        var head = SignedHead.sign(0, 41, new byte[32], NOW, keys.getPrivate());
        var read = SignedHead.parse(head.line());
        assertThat(read.line()).isEqualTo(head.line());
        assertThat(read.isSignedBy(HeadKeys.publicKey(directory).orElseThrow())).isTrue();
        assertThat(SignedHead.parse(head.line().replace(":41,", ":40,")).isSignedBy(keys.getPublic()))
                .isFalse();
        assertThatThrownBy(() -> SignedHead.parse(head.line() + ' ')).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_key_pair_is_made_once_and_its_private_half_is_for_the_owner_alone() throws IOException {
        var made = HeadKeys.openOrCreate(directory);
        var opened = HeadKeys.openOrCreate(directory);
        assertThat(opened.getPublic()).isEqualTo(made.getPublic());
        assertThat(opened.getPrivate()).isEqualTo(made.getPrivate());
        assertThat(Files.getPosixFilePermissions(directory.resolve("heads.pem")))
                .hasSize(2);
    }

    @Test
    void a_line_that_a_crash_tore_off_is_neither_read_nor_kept() throws IOException {
        var keys = HeadKeys.openOrCreate(directory);
        var file = HeadsFile.in(directory);
        assertThat(lines(file)).isEmpty();
        var first = SignedHead.sign(0, 1, new byte[32], NOW, keys.getPrivate());
        var second = SignedHead.sign(0, 2, new byte[32], NOW, keys.getPrivate());
        file.append(first);
        Files.writeString(file.path(), second.line().substring(0, 50), StandardOpenOption.APPEND);
        assertThat(lines(file)).containsExactly(first.line());
        file.append(second);
        assertThat(lines(file)).containsExactly(first.line(), second.line());
    }

    private static List<String> lines(HeadsFile file) throws IOException {
        var lines = new ArrayList<String>();
        file.forEachLine(lines::add);
        return lines;
    }
}
