package io.microwallet.core.audit.model;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.wallet.WalletId;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is left to chance, out of one seed; and the cast it falls on. */
final class Dice {
    static final LedgerId LEDGER = new LedgerId(new UUID(1, 1));
    static final LedgerId LIVE = new LedgerId(new UUID(1, 2));
    private static final int MERCHANTS = 4;
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "EUR", "JPY", "KWD");

    /** The most that can be counted, that a wallet may hold, and that can be topped up at once; or one less. */
    private static final List<Long> FORTUNES = List.of(Money.AMOUNT_MAX - 1, 999_999_999_999_999L, 1_000_000_000_000L);

    private final Random random;
    private final int sizes;

    Dice(long seed) {
        random = new Random(seed);
        sizes = 1 + random.nextInt(3);
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** One of them, the newest more often; null where there is none. */
    <T> @Nullable T lately(Collection<T> some) {
        if (some.isEmpty()) {
            return null;
        }
        var back = random.nextInt(1 + random.nextInt(some.size()));
        return some.stream().skip(some.size() - 1L - back).findFirst().orElseThrow();
    }

    /** Nearly always the same ledger; once in a while one that has no business with what is asked. */
    LedgerId ledger() {
        return oneIn(60) ? LIVE : LEDGER;
    }

    /** Of that wallet, nearly always. */
    LedgerId ledger(WalletId wallet) {
        var own = isLive(wallet) ? LIVE : LEDGER;
        return oneIn(80) ? (own.equals(LIVE) ? LEDGER : LIVE) : own;
    }

    /** One that sells in that ledger, nearly always. */
    MerchantId merchant(LedgerId ledger) {
        return oneIn(40)
                ? merchant()
                : new MerchantId(new UUID(5, ledger.equals(LIVE) ? MERCHANTS - 1 : upTo(MERCHANTS - 1)));
    }

    LedgerId ledger(MerchantId merchant) {
        return merchant.value().getLeastSignificantBits() == MERCHANTS - 1 ? LIVE : LEDGER;
    }

    /** One that is open, mostly; now and then one that is closed, erased, or was never opened. */
    WalletId wallet(Tables t) {
        var open = t.wallets.keySet().stream()
                .filter(id -> !t.wallets.get(id).closed)
                .toList();
        if (open.isEmpty() || oneIn(25)) {
            return new WalletId(new UUID(4, upTo(t.wallets.size() + 1)));
        }
        var wallet = of(open);
        return isLive(wallet) && oneIn(2) ? of(open) : wallet;
    }

    static boolean isLive(WalletId wallet) {
        return wallet.value().getLeastSignificantBits() % 20 == 5;
    }

    MerchantId merchant() {
        return new MerchantId(new UUID(5, random.nextInt(MERCHANTS)));
    }

    /** None mostly, one that is known now and then, and hardly ever one that is not. */
    @Nullable
    PopUpId popUp(Tables t) {
        return oneIn(80) ? new PopUpId(id()) : oneIn(2) ? null : lately(t.popUps.keySet());
    }

    Currency currency() {
        return Currency.of(of(CURRENCIES));
    }

    /** Small most of the time, so that wallets are emptied to the last cent; once in a while a fortune. */
    Money money() {
        return new Money(amount(), currency());
    }

    /** Never a fortune, which would be no limit. */
    Money limit() {
        return oneIn(2) ? new Money(small(), currency()) : little();
    }

    /** Never a fortune. */
    Money little() {
        return new Money(1 + upTo(sizes == 1 ? 60 : 100_000), currency());
    }

    private long amount() {
        if (oneIn(400)) {
            return of(FORTUNES) + random.nextInt(2);
        }
        return small();
    }

    private long small() {
        return switch (sizes) {
            case 1 -> 1 + random.nextInt(6);
            case 2 -> 1 + random.nextInt(200);
            default -> 1 + random.nextInt(20_000);
        };
    }
}
