package io.microwallet.vault;

import io.microwallet.core.privacy.SealedText;
import io.microwallet.vault.crypto.Aead;
import io.microwallet.vault.crypto.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Texts from outside, sealed under the data key of whom they are about: AES-256-GCM, bound to the subject. */
public final class SealedTexts {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final DataKeys keys;

    SealedTexts(DataKeys keys) {
        this.keys = keys;
    }

    /**
     * The same text sealed twice looks different.
     *
     * @throws IllegalStateException if the subject has no data key, or none any more
     * @throws IllegalArgumentException if the text is longer than a sealed text can hold
     */
    public SealedText seal(UUID subject, String text) {
        var key = keys.find(subject).orElseThrow(() -> new IllegalStateException("the subject has no data key"));
        return new SealedText(ENCODER.encodeToString(Aead.seal(key, Hmac.bytes(subject), Hmac.bytes(text))));
    }

    /**
     * Empty once the subject is erased.
     *
     * @throws io.microwallet.vault.crypto.BrokenSealException if it was changed, or sealed for another subject
     */
    public Optional<String> open(UUID subject, SealedText sealed) {
        return keys.find(subject).map(key -> open(key, subject, sealed));
    }

    /** Reads texts of some subjects, whose keys are fetched at once. */
    public Reader reader(Set<UUID> subjects) {
        return new Reader(keys.find(subjects));
    }

    /** The keys of some subjects as they were at one moment: kept for one batch, and no longer. */
    public static final class Reader {
        private final Map<UUID, SecretKey> keys;

        private Reader(Map<UUID, SecretKey> keys) {
            this.keys = keys;
        }

        /**
         * Empty if the subject was erased, or is none of those that were named.
         *
         * @throws io.microwallet.vault.crypto.BrokenSealException if it was changed, or sealed for another subject
         */
        public Optional<String> open(UUID subject, SealedText sealed) {
            return Optional.ofNullable(keys.get(subject)).map(key -> SealedTexts.open(key, subject, sealed));
        }
    }

    /** As {@link #seal}; null for a text that was left out. */
    public @Nullable SealedText sealOrNull(UUID subject, Optional<String> text) {
        return text.map(given -> seal(subject, given)).orElse(null);
    }

    /** As {@link #open}; null for a text that was left out, and once the subject is erased. */
    public @Nullable String openOrNull(UUID subject, @Nullable SealedText text) {
        return text == null ? null : open(subject, text).orElse(null);
    }

    private static String open(SecretKey key, UUID subject, SealedText sealed) {
        var bytes = Base64.getUrlDecoder().decode(sealed.value());
        return new String(Aead.open(key, Hmac.bytes(subject), bytes), StandardCharsets.UTF_8);
    }
}
