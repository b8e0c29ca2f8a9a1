package io.microwallet.core.wallet;

import io.microwallet.core.client.ClientEvent;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerEvent;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.link.LinkEvent;
import io.microwallet.core.merchant.MerchantEvent;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutEvent;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseEvent;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.topup.TopUpEvent;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletEvent.WalletResolved;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member's accounts in one ledger. Its state stays small however long its history. */
public sealed interface Wallet extends Entity {
    @Override
    Wallet evolve(Event event, Instant at);

    /** This wallet as that ledger sees it: another ledger's was never born there. */
    default Wallet within(LedgerId ledger) {
        var own = switch (this) {
            case Unborn _ -> true;
            case Open wallet -> wallet.ledger().equals(ledger);
            case Closed wallet -> wallet.ledger().equals(ledger);
            case Erased wallet -> wallet.ledger().equals(ledger);
        };
        return own ? this : new Unborn();
    }

    record Unborn() implements Wallet {
        @Override
        public Wallet evolve(Event event, Instant at) {
            return event instanceof WalletOpened e
                    ? new Open(
                            e.wallet(),
                            e.ledger(),
                            e.client(),
                            false,
                            List.of(),
                            Set.of(),
                            e.reference(),
                            e.contact(),
                            at)
                    : this;
        }
    }

    /**
     * {@code lots} have something left, in burn-down order; {@code pendingTopUps} have no known outcome yet. Both together
     * are at most {@link #LOTS_MAX}.
     */
    record Open(
            WalletId id,
            LedgerId ledger,
            ClientId openedBy,
            boolean frozen,
            List<Lot> lots,
            Set<TopUpId> pendingTopUps,
            @Nullable SealedText reference,
            @Nullable SealedText contact,
            Instant openedAt)
            implements Wallet {
        public static final int LOTS_MAX = 1_000;

        public Open {
            lots = List.copyOf(lots);
            pendingTopUps = Set.copyOf(pendingTopUps);
        }

        /** What can be spent at an instant: lots that have expired by then are no part of it. */
        public Money available(Currency currency, Instant at) {
            return BurnDown.spendable(lots, currency, at);
        }

        /** What open holds reserve; there are no holds yet. */
        public Money held(Currency currency) {
            return Money.zero(currency);
        }

        /** Available and held together. */
        public Money balance(Currency currency, Instant at) {
            return available(currency, at).plus(held(currency));
        }

        /** The currencies that it has money in, in burn-down order. */
        public List<Currency> currencies() {
            return lots.stream().map(lot -> lot.left().currency()).distinct().toList();
        }

        public boolean isEmpty() {
            return lots.isEmpty();
        }

        /** Whether it may take one more lot, or wait for one. */
        public boolean hasRoomForAnotherLot() {
            return lots.size() + pendingTopUps.size() < LOTS_MAX;
        }

        public boolean covers(Money amount, Instant at) {
            return available(amount.currency(), at).compareTo(amount) >= 0;
        }

        /** What to take from which lots, in burn-down order. @throws IllegalArgumentException unless it {@link #covers} that */
        public List<Draw> draws(Money amount, Instant at) {
            return BurnDown.draws(lots, amount, at);
        }

        @Override
        public Wallet evolve(Event event, Instant at) {
            return switch (event) {
                case WalletEvent e -> after(e, at);
                case TopUpEvent e -> after(e, at);
                case PurchaseEvent e -> after(e);
                case LinkEvent _, LedgerEvent _, ClientEvent _, MerchantEvent _, PayoutEvent _, RequestRefused _ ->
                    this;
            };
        }

        private Wallet after(WalletEvent event, Instant at) {
            return switch (event) {
                case WalletFrozen _ -> frozen(true);
                case WalletUnfrozen _ -> frozen(false);
                case WalletClosed _ -> new Closed(id, ledger, openedBy, reference, contact, openedAt, at);
                case WalletOpened _, WalletResolved _, WalletErased _ -> this;
            };
        }

        private Wallet after(TopUpEvent event, Instant at) {
            return switch (event) {
                case TopUpRequested e -> with(lots, awaiting(e.topUp()));
                case TopUpSucceeded e -> with(BurnDown.with(lots, cash(e, at)), settled(e.topUp()));
                case TopUpFailed e -> with(lots, settled(e.topUp()));
                case TopUpUnclaimed e -> with(lots, settled(e.topUp()));
            };
        }

        private Wallet after(PurchaseEvent event) {
            return switch (event) {
                case Purchased e -> with(BurnDown.without(lots, e.draws()), pendingTopUps);
            };
        }

        private static Lot cash(TopUpSucceeded success, Instant at) {
            return new Lot(LotId.of(success.topUp()), LotKind.CASH, success.amount(), at, null);
        }

        private Set<TopUpId> awaiting(TopUpId topUp) {
            var pending = new HashSet<>(pendingTopUps);
            pending.add(topUp);
            return pending;
        }

        // One that was called failed is no longer pending when it succeeds after all.
        private Set<TopUpId> settled(TopUpId topUp) {
            var pending = new HashSet<>(pendingTopUps);
            pending.remove(topUp);
            return pending;
        }

        private Open frozen(boolean frozen) {
            return new Open(id, ledger, openedBy, frozen, lots, pendingTopUps, reference, contact, openedAt);
        }

        private Open with(List<Lot> lots, Set<TopUpId> pendingTopUps) {
            return new Open(id, ledger, openedBy, frozen, lots, pendingTopUps, reference, contact, openedAt);
        }
    }

    /** Holds no money and takes none. */
    record Closed(
            WalletId id,
            LedgerId ledger,
            ClientId openedBy,
            @Nullable SealedText reference,
            @Nullable SealedText contact,
            Instant openedAt,
            Instant closedAt)
            implements Wallet {
        @Override
        public Wallet evolve(Event event, Instant at) {
            return event instanceof WalletErased ? new Erased(id, ledger) : this;
        }
    }

    /** Its texts and tokens are gone. */
    record Erased(WalletId id, LedgerId ledger) implements Wallet {
        @Override
        public Wallet evolve(Event event, Instant at) {
            return this;
        }
    }
}
