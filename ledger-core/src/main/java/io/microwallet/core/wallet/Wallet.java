package io.microwallet.core.wallet;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.membership.OpenMemberships;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletEvent.WalletResolved;
import io.microwallet.core.wallet.WalletEvent.WalletUnfrozen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** This wallet as it is at an instant: without what has come to its end by itself, booked or not. */
    default Wallet asOf(Instant at) {
        Wallet wallet = this;
        if (this instanceof Open open) {
            for (var event : open.overdue(at)) {
                wallet = wallet.evolve(event, at);
            }
        }
        return wallet;
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
                            Funds.NONE,
                            TopUpsAsked.NONE,
                            OpenMemberships.NONE,
                            e.reference(),
                            e.contact(),
                            at)
                    : this;
        }
    }

    /** What it awaits and its lots are at most {@link #LOTS_MAX} together. */
    record Open(
            WalletId id,
            LedgerId ledger,
            ClientId openedBy,
            boolean frozenByOrder,
            Funds funds,
            TopUpsAsked topUps,
            OpenMemberships memberships,
            @Nullable SealedText reference,
            @Nullable SealedText contact,
            Instant openedAt)
            implements Wallet {
        public static final int LOTS_MAX = 1_000;

        /** They have no known outcome yet. */
        public Set<TopUpId> pendingTopUps() {
            return topUps.pending().keySet();
        }

        /** Takes money, and spends none: by an order, or as long as its member owes. */
        public boolean frozen() {
            return frozenByOrder || funds.owes();
        }

        /** What its member owes, and has been let off, in one currency. */
        public Receivable receivable(Currency currency) {
            return funds.receivable(currency);
        }

        /** What is spendable, in burn-down order. */
        public List<Lot> lots() {
            return funds.lots();
        }

        /** What can be spent at an instant: lots that have expired by then are no part of it. */
        public Money available(Currency currency, Instant at) {
            return funds.available(currency, at);
        }

        /** What open holds reserve. */
        public Money held(Currency currency) {
            return funds.held(currency);
        }

        /** Available and held together. */
        public Money balance(Currency currency, Instant at) {
            return available(currency, at).plus(held(currency));
        }

        /** The currencies that it has money in, in burn-down order. */
        public List<Currency> currencies() {
            return funds.currencies();
        }

        public boolean isEmpty() {
            return funds.isEmpty();
        }

        /** What it would come to in minor units if all that it awaits came: money beyond what {@link Money} counts included. */
        public long expected(Currency currency, Instant at) {
            return balance(currency, at).amount() + topUps.pending(currency);
        }

        /** How many top-ups were asked for since an instant of the last two days, whatever became of them. */
        public int topUpsSince(Instant start) {
            return topUps.since(start);
        }

        /** Whether it may take one more lot, or wait for one. */
        public boolean hasRoomForAnotherLot() {
            return hasRoomForLots(1, LOTS_MAX);
        }

        /** Whether it may take so many more lots, or wait for them, and have at most {@code max}. */
        public boolean hasRoomForLots(int more, int max) {
            return funds.openLots() + topUps.pending().size() + more <= max;
        }

        /** How much earlier than others this member sees a drop: the longest of all memberships that run. */
        public Duration earlyAccess(Instant at) {
            return memberships.earlyAccess(at);
        }

        /** Whether a membership that runs gives this member the member price of a drop. */
        public boolean hasMemberPrice(Instant at) {
            return memberships.hasMemberPrice(at);
        }

        /** What of one currency is spendable and no credit. */
        public Money cash(Currency currency) {
            return BurnDown.sum(lots(), LotKind.CASH, currency);
        }

        /** What to take from which lots of cash. @throws IllegalArgumentException where there is less {@link #cash} */
        public List<Lot> takeCash(Money amount) {
            return BurnDown.take(BurnDown.only(lots(), LotKind.CASH), amount, Instant.EPOCH);
        }

        /** The first instant at which something of it ends by itself. */
        public Optional<Instant> nextDue() {
            var soonest = funds.nextDue();
            if (memberships.isEmpty()) {
                return soonest;
            }
            var period = memberships.nextDue();
            return soonest.isPresent() && period.isPresent() && period.get().isAfter(soonest.get())
                    ? soonest
                    : period.or(() -> soonest);
        }

        /** How many units of a drop it holds and has not begun to pay for. */
        public int unitsHeld(DropId drop) {
            return funds.unitsHeld(drop);
        }

        /** Whether its available balance can be counted with this amount in it. */
        public boolean canCount(Money more, Instant at) {
            return more.amount()
                    <= Money.AMOUNT_MAX - available(more.currency(), at).amount();
        }

        public boolean covers(Money amount, Instant at) {
            return available(amount.currency(), at).compareTo(amount) >= 0;
        }

        /** What to take from which lots, in burn-down order. @throws IllegalArgumentException unless it {@link #covers} that */
        public List<Lot> take(Money amount, Instant at) {
            return BurnDown.take(lots(), amount, at);
        }

        /** What has come to its end by itself by that instant, as the events that say so, in order. */
        public List<Event> overdue(Instant at) {
            return Overdue.of(this, at);
        }

        @Override
        public Wallet evolve(Event event, Instant at) {
            return event instanceof WalletEvent own
                    ? after(own, at)
                    : with(FundsAfter.event(funds, event, at), topUps.after(event, at), memberships.after(event, at));
        }

        private Wallet after(WalletEvent event, Instant at) {
            return switch (event) {
                case WalletFrozen _ -> frozen(true);
                case WalletUnfrozen _ -> frozen(false);
                case WalletClosed _ ->
                    new Closed(id, ledger, openedBy, funds.receivables(), reference, contact, openedAt, at);
                case WalletOpened _, WalletResolved _, WalletErased _ -> this;
            };
        }

        private Open frozen(boolean frozen) {
            return new Open(id, ledger, openedBy, frozen, funds, topUps, memberships, reference, contact, openedAt);
        }

        Open with(Funds funds) {
            return with(funds, topUps, memberships);
        }

        private Open with(Funds money, TopUpsAsked asked, OpenMemberships joined) {
            var same = money == funds && asked == topUps && joined == memberships;
            return same
                    ? this
                    : new Open(id, ledger, openedBy, frozenByOrder, money, asked, joined, reference, contact, openedAt);
        }
    }

    /** Holds no money and takes none; its member may come to owe something. */
    record Closed(
            WalletId id,
            LedgerId ledger,
            ClientId openedBy,
            List<Receivable> receivables,
            @Nullable SealedText reference,
            @Nullable SealedText contact,
            Instant openedAt,
            Instant closedAt)
            implements Wallet {
        public Closed {
            receivables = List.copyOf(receivables);
        }

        /** What its member owes, and has been let off, in one currency. */
        public Receivable receivable(Currency currency) {
            return Receivable.in(receivables, currency);
        }

        public boolean owes() {
            return Receivable.anyOwed(receivables);
        }

        @Override
        public Wallet evolve(Event event, Instant at) {
            return switch (event) {
                case WalletErased _ -> new Erased(id, ledger);
                case RefundSettledAfterFailed e -> owing(e.owed());
                case ChargedBack e -> owing(e.owed());
                case DisputeWon e -> with(receivable(e.amount().currency()).won(e.received(), e.recovered()));
                case ReceivableWrittenOff e ->
                    with(receivable(e.amount().currency()).writeOff(e.amount()));
                case Event _ -> this;
            };
        }

        private Closed owing(Money more) {
            return with(receivable(more.currency()).plus(more));
        }

        private Closed with(Receivable changed) {
            return new Closed(
                    id,
                    ledger,
                    openedBy,
                    Receivable.with(receivables, changed),
                    reference,
                    contact,
                    openedAt,
                    closedAt);
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
