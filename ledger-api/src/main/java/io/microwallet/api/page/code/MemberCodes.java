package io.microwallet.api.page.code;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.wallet.WalletId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The codes that members show at tills: single use, {@link #LIFETIME}, good in one ledger, kept in memory only and there
 * only as a keyed hash, so that the time of a look-up says nothing about any code.
 */
public final class MemberCodes {
    public static final Duration LIFETIME = Duration.ofSeconds(60);
    /** A till may still be reading the code that the page has just replaced. */
    static final int CODES_A_LINK_MAX = 3;

    static final int CODES_MAX = 200_000;

    private static final String HMAC = "HmacSHA256";

    private final InstantSource clock;
    private final SecureRandom random;
    private final SecretKeySpec key;
    /** Oldest first: lifetimes are equal, so that is also the order in which they expire. */
    private final Map<ByteBuffer, Standing> standing = new LinkedHashMap<>();

    private final Map<LinkId, Deque<ByteBuffer>> shown = new HashMap<>();

    private record Standing(WalletId wallet, LinkId link, Instant expires) {}

    public MemberCodes(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        var bytes = new byte[32];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, HMAC);
    }

    /** A fresh code for a wallet, shown through a link. Of one link's codes the newest {@link #CODES_A_LINK_MAX} stand. */
    public MemberCode issue(LedgerId ledger, WalletId wallet, LinkId link) {
        var expires = clock.instant().plus(LIFETIME);
        synchronized (standing) {
            makeRoom(link);
            var code = new MemberCode(unused(ledger), expires);
            var hash = hash(ledger, code.text());
            standing.put(hash, new Standing(wallet, link, expires));
            shown.computeIfAbsent(link, none -> new ArrayDeque<>()).addLast(hash);
            return code;
        }
    }

    /** The wallet of a code typed or scanned at a till of this ledger; empty for a wrong, used or old one. Uses it up. */
    public Optional<WalletId> redeem(LedgerId ledger, String typed) {
        var hash = hash(ledger, MemberCode.heard(typed));
        synchronized (standing) {
            return stillGood(take(hash));
        }
    }

    /** The same without using it up. */
    public Optional<WalletId> find(LedgerId ledger, String typed) {
        var hash = hash(ledger, MemberCode.heard(typed));
        synchronized (standing) {
            return stillGood(standing.get(hash));
        }
    }

    private Optional<WalletId> stillGood(@Nullable Standing code) {
        return Optional.ofNullable(code)
                .filter(found -> found.expires().isAfter(clock.instant()))
                .map(Standing::wallet);
    }

    /** Withdraws every code that was shown through a link. */
    public void withdraw(LinkId link) {
        synchronized (standing) {
            var hashes = shown.remove(link);
            if (hashes != null) {
                hashes.forEach(standing::remove);
            }
        }
    }

    /** Two members must never hold the same code: what stands is drawn again. */
    private String unused(LedgerId ledger) {
        var text = MemberCode.draw(random);
        while (standing.containsKey(hash(ledger, text))) {
            text = MemberCode.draw(random);
        }
        return text;
    }

    private void makeRoom(LinkId link) {
        var now = clock.instant();
        while (!standing.isEmpty() && (standing.size() >= CODES_MAX || isOldestOver(now))) {
            take(standing.keySet().iterator().next());
        }
        var mine = shown.get(link);
        while (mine != null && mine.size() >= CODES_A_LINK_MAX) {
            take(mine.getFirst());
        }
    }

    private boolean isOldestOver(Instant now) {
        return !standing.values().iterator().next().expires().isAfter(now);
    }

    private @Nullable Standing take(ByteBuffer hash) {
        var taken = standing.remove(hash);
        if (taken != null) {
            shown.computeIfPresent(taken.link(), (link, hashes) -> without(hashes, hash));
        }
        return taken;
    }

    private static @Nullable Deque<ByteBuffer> without(Deque<ByteBuffer> hashes, ByteBuffer hash) {
        hashes.remove(hash);
        return hashes.isEmpty() ? null : hashes;
    }

    /** The ledger is part of what is hashed: a code of another ledger is not found at all. */
    private ByteBuffer hash(LedgerId ledger, String code) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(ledger.text().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(mac.doFinal(code.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + HMAC, impossible);
        }
    }
}
