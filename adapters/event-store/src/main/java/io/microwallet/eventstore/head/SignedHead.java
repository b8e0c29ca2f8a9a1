package io.microwallet.eventstore.head;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Says, under our signature, which chain the log had up to a position.
 *
 * @param position the last position of the row whose chain it is
 * @param chain lower-case hex
 * @param at microseconds, by the machine's clock
 * @param signature Ed25519, base64url without padding
 */
public record SignedHead(int partition, long position, String chain, long at, String signature) {
    private static final Pattern LINE = Pattern.compile(
            "\\{\"partition\":(\\d{1,5}),\"position\":(\\d{1,18}),\"chain\":\"([0-9a-f]{64})\",\"at\":(\\d{1,18}),\"signature\":\"([A-Za-z0-9_-]{86})\"}");

    static SignedHead sign(int partition, long position, String chain, long at, PrivateKey key) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(signed(partition, position, chain, at));
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
            return new SignedHead(partition, position, chain, at, text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key that signs heads", e);
        }
    }

    public boolean isSignedBy(PublicKey key) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signed(partition, position, chain, at));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] signed(int partition, long position, String chain, long at) {
        return ("microwallet-head-v1\n" + partition + '\n' + position + '\n' + chain + '\n' + at)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** One line of {@code heads.jsonl}, without its end. */
    public String line() {
        return "{\"partition\":" + partition + ",\"position\":" + position + ",\"chain\":\"" + chain + "\",\"at\":" + at
                + ",\"signature\":\"" + signature + "\"}";
    }

    /** @throws IllegalArgumentException for what {@link #line} would not have written */
    public static SignedHead parse(String line) {
        var match = LINE.matcher(line);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a signed head");
        }
        return new SignedHead(
                Integer.parseInt(match.group(1)),
                Long.parseLong(match.group(2)),
                match.group(3),
                Long.parseLong(match.group(4)),
                match.group(5));
    }
}
