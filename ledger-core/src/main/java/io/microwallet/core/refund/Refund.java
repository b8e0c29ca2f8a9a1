package io.microwallet.core.refund;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One refund, from its order to what processors say of each part. */
public sealed interface Refund extends Entity {
    @Override
    Refund evolve(Event event, Instant at);

    record Unborn() implements Refund {
        @Override
        public Refund evolve(Event event, Instant at) {
            return switch (event) {
                case PurchaseRefunded e -> Made.of(e, at);
                case UnspentReturned e -> Made.of(e, at);
                case Event _ -> this;
            };
        }
    }

    /** How far one part is. */
    sealed interface Part {
        RefundPart part();

        /** The processor was asked, or will be. */
        record Requested(RefundPart part) implements Part {}

        record Settled(RefundPart part, Instant at) implements Part {}

        /** It is in the wallet again. */
        record Failed(RefundPart part, DeclineCode code, Instant at) implements Part {}

        /** It came back, and fits no open wallet. */
        record Unclaimed(RefundPart part, DeclineCode code, Instant at) implements Part {}

        /** It was sent, and came back: both of the processor's words are booked, and neither is booked again. */
        record Returned(RefundPart part, DeclineCode code, Instant at) implements Part {}

        /** It was called failed, and was sent nevertheless: both words are booked. */
        record SettledAfterAll(RefundPart part, Instant at) implements Part {}

        /** The processor called it failed. */
        default Part failed(DeclineCode code, Instant at) {
            return this instanceof Settled ? new Returned(part(), code, at) : new Failed(part(), code, at);
        }

        /** The processor called it failed, and no open wallet could have it. */
        default Part unclaimed(DeclineCode code, Instant at) {
            return this instanceof Settled ? new Returned(part(), code, at) : new Unclaimed(part(), code, at);
        }
    }

    /**
     * @param purchase what was undone; null where unspent money was returned
     * @param amounts one a currency
     * @param returned what went to the wallet at once
     */
    record Made(
            RefundId id,
            LedgerId ledger,
            WalletId wallet,
            @Nullable PurchaseId purchase,
            @Nullable MerchantId merchant,
            ClientId client,
            @Nullable PopUpId popUp,
            RefundTarget to,
            List<Money> amounts,
            List<Lot> returned,
            List<Part> parts,
            @Nullable SealedText reference,
            @Nullable Instant effective,
            Instant at)
            implements Refund {
        public Made {
            amounts = List.copyOf(amounts);
            returned = List.copyOf(returned);
            parts = List.copyOf(parts);
        }

        static Made of(PurchaseRefunded e, Instant at) {
            return new Made(
                    e.refund(),
                    e.ledger(),
                    e.wallet(),
                    e.purchase(),
                    e.merchant(),
                    e.client(),
                    e.popUp(),
                    e.to(),
                    List.of(e.amount()),
                    e.returned(),
                    requested(e.parts()),
                    e.reference(),
                    e.effective(),
                    at);
        }

        static Made of(UnspentReturned e, Instant at) {
            return new Made(
                    e.refund(),
                    e.ledger(),
                    e.wallet(),
                    null,
                    null,
                    e.client(),
                    e.popUp(),
                    RefundTarget.SOURCE,
                    List.of(e.amount()),
                    List.of(),
                    requested(e.parts()),
                    e.reference(),
                    null,
                    at);
        }

        private static List<Part> requested(List<RefundPart> parts) {
            return parts.stream().<Part>map(Part.Requested::new).toList();
        }

        /** The part that goes back to a top-up. */
        public Optional<Part> part(TopUpId topUp) {
            return parts.stream().filter(it -> it.part().topUp().equals(topUp)).findFirst();
        }

        @Override
        public Refund evolve(Event event, Instant at) {
            return event instanceof RefundEvent e ? after(e, at) : this;
        }

        private Refund after(RefundEvent event, Instant at) {
            return switch (event) {
                case UnspentReturned e -> and(e);
                case RefundSettled e -> with(e.topUp(), it -> new Part.Settled(it.part(), at));
                case RefundSettledAfterFailed e -> with(e.topUp(), it -> new Part.SettledAfterAll(it.part(), at));
                case RefundFailed e -> with(e.topUp(), it -> it.failed(e.code(), at));
                case RefundUnclaimed e -> with(e.topUp(), it -> it.unclaimed(e.code(), at));
                case PurchaseRefunded _ -> this;
            };
        }

        /** Unspent money of a wallet with several currencies is one refund, and one event a currency. */
        private Made and(UnspentReturned more) {
            var all = new ArrayList<>(amounts);
            all.add(more.amount());
            var both = new ArrayList<>(parts);
            both.addAll(requested(more.parts()));
            return with(all, both);
        }

        private Made with(TopUpId topUp, UnaryOperator<Part> changed) {
            return with(
                    amounts,
                    parts.stream()
                            .map(it -> it.part().topUp().equals(topUp) ? changed.apply(it) : it)
                            .toList());
        }

        private Made with(List<Money> amounts, List<Part> parts) {
            return new Made(
                    id, ledger, wallet, purchase, merchant, client, popUp, to, amounts, returned, parts, reference,
                    effective, at);
        }
    }
}
