package io.microwallet.vault.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AeadTest {
    private static final byte[] SUBJECT = Hmac.bytes("subject");

    @Test
    void what_is_sealed_opens_under_its_key_for_its_subject() {
        var key = Aead.key(Aead.randomKey());
        assertThat(Aead.open(key, SUBJECT, Aead.seal(key, SUBJECT, Hmac.bytes("text"))))
                .isEqualTo(Hmac.bytes("text"));
    }

    @Test
    void another_subject_or_another_key_opens_nothing() {
        var key = Aead.key(Aead.randomKey());
        var sealed = Aead.seal(key, SUBJECT, Hmac.bytes("text"));
        assertThatThrownBy(() -> Aead.open(key, Hmac.bytes("another"), sealed)).isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> Aead.open(Aead.key(Aead.randomKey()), SUBJECT, sealed))
                .isInstanceOf(BrokenSealException.class);
    }

    @Test
    void a_change_of_any_byte_is_noticed() {
        var key = Aead.key(Aead.randomKey());
        var sealed = Aead.seal(key, SUBJECT, Hmac.bytes("text"));
        for (var i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> Aead.open(key, SUBJECT, changed)).isInstanceOf(BrokenSealException.class);
        }
        assertThatThrownBy(() -> Aead.open(key, SUBJECT, new byte[27])).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void many_threads_at_once_each_open_their_own_also_between_texts_that_do_not() {
        IntStream.range(0, 2_000).parallel().forEach(i -> {
            var key = Aead.key(Aead.randomKey());
            var subject = Hmac.bytes(i);
            var sealed = Aead.seal(key, subject, Hmac.bytes("text " + i));
            assertThatThrownBy(() -> Aead.open(key, Hmac.bytes(-i - 1), sealed))
                    .isInstanceOf(BrokenSealException.class);
            assertThat(Aead.open(key, subject, sealed)).isEqualTo(Hmac.bytes("text " + i));
            assertThat(Hmac.of(key, subject)).isEqualTo(Hmac.of(key, subject));
        });
    }

    @Test
    void no_nonce_comes_twice() {
        var key = Aead.key(Aead.randomKey());
        var nonces = new HashSet<String>();
        for (var i = 0; i < 10_000; i++) {
            var sealed = Aead.seal(key, SUBJECT, new byte[0]);
            assertThat(nonces.add(HexFormat.of().formatHex(sealed, 0, Aead.NONCE_BYTES)))
                    .isTrue();
        }
    }
}
