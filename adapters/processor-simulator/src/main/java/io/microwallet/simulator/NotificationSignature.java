package io.microwallet.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs notifications: {@code Simulator-Signature: t=SECONDS,v1=HEX}, where HEX is the HMAC-SHA256 of the seconds, a dot and
 * the raw bytes of the body.
 */
public final class NotificationSignature {
    public static final String HEADER = "Simulator-Signature";

    /** How far the signature's time may be from ours, either way. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private static final int SECRET_BYTES_MIN = 32;
    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException for a secret of less than 32 bytes */
    public NotificationSignature(byte[] secret) {
        if (secret.length < SECRET_BYTES_MIN) {
            throw new IllegalArgumentException("a notification secret has 32 bytes or more");
        }
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** The header's value. */
    public String sign(byte[] body, Instant at) {
        var seconds = Long.toString(at.getEpochSecond());
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(seconds, body));
    }

    /** Whether the header was made with our secret, over exactly these bytes, within {@link #WINDOW} of now. */
    public boolean matches(String header, byte[] body, Instant now) {
        var form = FORM.matcher(header);
        return form.matches()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(form.group(1))), now)
                                .abs()
                                .compareTo(WINDOW)
                        <= 0
                && MessageDigest.isEqual(HexFormat.of().parseHex(form.group(2)), mac(form.group(1), body));
    }

    private byte[] mac(String seconds, byte[] body) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update((seconds + '.').getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
