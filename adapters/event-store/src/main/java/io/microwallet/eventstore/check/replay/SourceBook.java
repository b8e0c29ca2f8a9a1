package io.microwallet.eventstore.check.replay;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUpEvent;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.topup.TopUpId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each top-up brought in, and what of it was asked back or taken back since. */
final class SourceBook {
    private final Map<TopUpId, Source> sources = new HashMap<>();

    private static final class Source {
        private Currency currency;
        private boolean hasCome;
        private long broughtIn;
        private long askedBack;
        private final Map<Currency, Long> chargedBack = new HashMap<>();

        Source(Currency currency) {
            this.currency = currency;
        }

        void came(Money money, boolean isInWallet) {
            if (!hasCome) {
                currency = money.currency();
                hasCome = true;
                broughtIn = isInWallet ? money.amount() : 0;
            }
        }

        long left() {
            return broughtIn - askedBack - chargedBack.getOrDefault(currency, 0L);
        }
    }

    void came(TopUpEvent event) {
        switch (event) {
            case TopUpRequested e ->
                sources.putIfAbsent(e.topUp(), new Source(e.amount().currency()));
            case TopUpSucceeded e -> came(e.topUp(), e.amount(), true);
            case TopUpUnclaimed e -> came(e.topUp(), e.amount(), false);
            case TopUpFailed _ -> {}
        }
    }

    private void came(TopUpId topUp, Money amount, boolean isInWallet) {
        var source = sources.get(topUp);
        if (source != null) {
            source.came(amount, isInWallet);
        }
    }

    /** Whether so much was left of what it brought in. */
    boolean ask(TopUpId topUp, Money amount) {
        var source = of(topUp, amount);
        if (source == null || source.left() < amount.amount()) {
            return false;
        }
        source.askedBack += amount.amount();
        return true;
    }

    /** Sent after it was called failed: a fact, whatever is left. */
    void sent(TopUpId topUp, Money amount) {
        var source = of(topUp, amount);
        if (source != null) {
            source.askedBack = counted(source.askedBack, amount);
        }
    }

    void notSent(TopUpId topUp, Money amount) {
        var source = of(topUp, amount);
        if (source != null) {
            source.askedBack = Math.max(0, source.askedBack - amount.amount());
        }
    }

    void chargedBack(@Nullable TopUpId topUp, Money amount) {
        var source = topUp == null ? null : sources.get(topUp);
        if (source != null) {
            source.chargedBack.merge(amount.currency(), amount.amount(), (so, _) -> counted(so, amount));
        }
    }

    void won(@Nullable TopUpId topUp, Money amount) {
        var source = topUp == null ? null : sources.get(topUp);
        if (source != null) {
            source.chargedBack.computeIfPresent(amount.currency(), (_, so) -> Math.max(0, so - amount.amount()));
        }
    }

    private @Nullable Source of(TopUpId topUp, Money amount) {
        var source = sources.get(topUp);
        return source != null && source.currency == amount.currency() ? source : null;
    }

    private static long counted(long so, Money more) {
        return Math.min(Money.AMOUNT_MAX, so + more.amount());
    }
}
