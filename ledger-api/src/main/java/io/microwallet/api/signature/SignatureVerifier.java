package io.microwallet.api.signature;

import static io.microwallet.api.signature.SignatureRejection.*;

import io.microwallet.api.signature.Verification.Clocks;
import io.microwallet.api.signature.Verification.Rejected;
import io.microwallet.api.signature.Verification.Verified;
import io.microwallet.api.signature.key.Signatures;
import io.microwallet.core.client.ClientKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether a call was signed, all of it, just now, by the holder of a key that we know. */
public final class SignatureVerifier {
    /** An idempotency key makes a write proof against replay: the window only has to bear a bad clock. */
    public static final Duration WRITE_WINDOW = Duration.ofSeconds(300);

    public static final Duration READ_WINDOW = Duration.ofSeconds(60);

    private final Predicate<String> acceptedAuthorities;
    private final InstantSource clock;

    /**
     * @param acceptedAuthorities asked with a normalised authority, such as {@code pay.example.org} or {@code 127.0.0.1:8080}
     */
    public SignatureVerifier(Predicate<String> acceptedAuthorities, InstantSource clock) {
        this.acceptedAuthorities = acceptedAuthorities;
        this.clock = clock;
    }

    /**
     * Checks everything but the body, which {@link #checkBody} compares with the digest that was signed.
     *
     * @param keys the key of a {@code keyid}; {@link ClientKey.Unborn} when there is none
     */
    public Verification verify(SignedCall call, Function<String, ClientKey> keys) {
        var attempt = new Attempt(call, keys, clock.instant());
        try {
            return attempt.verified();
        } catch (RejectedException e) {
            return attempt.rejected(e);
        }
    }

    /** Compares the body with Content-Digest, which every write must have and a read may have. */
    public Optional<Rejected> checkBody(SignedCall call, byte[] body) {
        var digest = call.value(ContentDigest.FIELD);
        try {
            if (digest.isPresent()) {
                ContentDigest.check(digest.get(), body);
            } else if (!call.reads()) {
                throw new RejectedException(DIGEST_MISSING, "The request has no Content-Digest.");
            }
            return Optional.empty();
        } catch (RejectedException e) {
            return Optional.of(
                    new Rejected(e.reason, e.detail(), new ClientKey.Unborn(), Optional.empty(), Optional.empty()));
        }
    }

    /** One call on its way through the checks; keeps what a rejection should tell. */
    private final class Attempt {
        private final SignedCall call;
        private final Function<String, ClientKey> keys;
        private final Instant now;
        private ClientKey key = new ClientKey.Unborn();
        private @Nullable SignatureBase base;
        private @Nullable Clocks clocks;

        Attempt(SignedCall call, Function<String, ClientKey> keys, Instant now) {
            this.call = call;
            this.keys = keys;
            this.now = now;
        }

        Verified verified() {
            refuseOtherAuthorities();
            refuseRepeatedFields();
            var input = ourSignature();
            // Looked up before it matters: whether a rejection may show the base depends on the key's ledger.
            key = input.text("keyid").map(keys).orElse(key);
            var signature = signatureOf(input);
            checkComponents(input);
            var computed = SignatureBase.of(call, input.names(), input.parameters());
            base = computed;
            refuseUncovered(input);
            var created = require(input.time("created"), CREATED_MISSING, "created");
            var expires = require(input.time("expires"), EXPIRES_MISSING, "expires");
            var nonce = require(input.text("nonce"), NONCE_MISSING, "nonce");
            var keyId = require(input.text("keyid"), KEYID_MISSING, "keyid");
            var active = activeKey(keyId);
            checkAlgorithm(input, active);
            checkTime(created, expires);
            if (!Signatures.verify(active.publicKey(), computed.bytes(), signature)) {
                throw new RejectedException(
                        SIGNATURE_INVALID, "The signature is not one of this request by " + keyId + ".");
            }
            return new Verified(active, keyId, nonce, created, computed.text());
        }

        Rejected rejected(RejectedException e) {
            return new Rejected(
                    e.reason,
                    e.detail(),
                    key,
                    Optional.ofNullable(base).map(SignatureBase::text),
                    Optional.ofNullable(clocks));
        }

        private void refuseOtherAuthorities() {
            if (!acceptedAuthorities.test(call.authority())) {
                throw new RejectedException(
                        AUTHORITY_NOT_ACCEPTED, "This service does not answer for the host " + call.authority() + ".");
            }
        }

        private void refuseRepeatedFields() {
            Stream.of("host", "signature-input", "signature", ContentDigest.FIELD, "idempotency-key", "content-type")
                    .filter(name -> call.values(name).size() > 1)
                    .findFirst()
                    .ifPresent(name -> {
                        throw new RejectedException(DUPLICATE_FIELD, "The field " + name + " was sent more than once.");
                    });
        }

        private SignatureInput ourSignature() {
            var field = require(call.value("signature-input"), "Signature-Input");
            var ours = SignatureInput.parse(field).stream()
                    .filter(input -> input.text("tag").equals(Optional.of(SignatureInput.TAG)))
                    .toList();
            if (ours.size() > 1) {
                throw new RejectedException(SIGNATURE_AMBIGUOUS, "More than one signature has our tag.");
            }
            return ours.stream()
                    .findFirst()
                    .orElseThrow(() -> new RejectedException(
                            SIGNATURE_TAG, "No signature has the parameter tag=\"" + SignatureInput.TAG + "\"."));
        }

        private byte[] signatureOf(SignatureInput input) {
            var field = require(call.value("signature"), "Signature");
            var signature = SignatureInput.signatures(field).get(input.label());
            if (signature == null) {
                throw new RejectedException(
                        SIGNATURE_MISSING, "The field Signature has no member " + input.label() + ".");
            }
            return signature;
        }

        private void checkComponents(SignatureInput input) {
            if (input.components().stream().anyMatch(item -> !item.getParams().isEmpty())) {
                throw new RejectedException(
                        COMPONENT_PARAMETERS_REFUSED, "Covered components must not have parameters.");
            }
            var names = input.names();
            if (new HashSet<>(names).size() < names.size()) {
                throw new RejectedException(COMPONENT_REPEATED, "A covered component is named twice.");
            }
        }

        private void refuseUncovered(SignatureInput input) {
            var names = input.names();
            call.mustCover().stream()
                    .filter(name -> !names.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new RejectedException(COMPONENT_MISSING, "The signature must cover " + name + ".");
                    });
        }

        private ClientKey.Active activeKey(String keyId) {
            return switch (key) {
                case ClientKey.Active active -> active;
                case ClientKey.Revoked _ ->
                    throw new RejectedException(KEY_REVOKED, "The key " + keyId + " was revoked.");
                case ClientKey.Unborn _ -> throw new RejectedException(KEY_UNKNOWN, "There is no key of this keyid.");
            };
        }

        private void checkAlgorithm(SignatureInput input, ClientKey.Active active) {
            var own = Signatures.nameOf(active.publicKey().algorithm());
            if (!input.text("alg").orElse(own).equals(own)) {
                throw new RejectedException(ALGORITHM_MISMATCH, "The key's algorithm is " + own + ".");
            }
        }

        private void checkTime(Instant created, Instant expires) {
            var window = call.reads() ? READ_WINDOW : WRITE_WINDOW;
            var behind = Duration.between(created, now);
            clocks = new Clocks(now, behind.toSeconds());
            if (behind.compareTo(window) > 0) {
                throw new RejectedException(SIGNATURE_TOO_OLD, tooFar(behind, "behind", window));
            }
            if (behind.negated().compareTo(window) > 0) {
                throw new RejectedException(SIGNATURE_FROM_FUTURE, tooFar(behind.negated(), "ahead of", window));
            }
            if (expires.isBefore(now)) {
                throw new RejectedException(
                        EXPIRED, "The signature expired at " + expires + "; here it is " + now + ".");
            }
            clocks = null;
        }

        private String tooFar(Duration difference, String side, Duration window) {
            return "The signature's created is " + difference.toSeconds() + " s " + side + " the server's time, " + now
                    + "; at most " + window.toSeconds() + " s are accepted.";
        }

        private String require(Optional<String> field, String name) {
            return field.orElseThrow(
                    () -> new RejectedException(SIGNATURE_MISSING, "The request has no field " + name + "."));
        }

        private <T> T require(Optional<T> parameter, SignatureRejection missing, String name) {
            return parameter.orElseThrow(
                    () -> new RejectedException(missing, "The signature has no parameter " + name + "."));
        }
    }
}
