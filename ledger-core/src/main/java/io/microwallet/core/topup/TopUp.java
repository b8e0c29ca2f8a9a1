package io.microwallet.core.topup;

import io.microwallet.core.chargeback.ChargebackEvent;
import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.DisputeWon;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Event;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundEvent;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.refund.RefundEvent.RefundFailed;
import io.microwallet.core.refund.RefundEvent.RefundSettled;
import io.microwallet.core.refund.RefundEvent.RefundSettledAfterFailed;
import io.microwallet.core.refund.RefundEvent.RefundUnclaimed;
import io.microwallet.core.refund.RefundEvent.UnspentReturned;
import io.microwallet.core.refund.RefundPart;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import java.time.Instant;
import java.util.List;

/** One top-up, from its request to what the processor says of it, and what of it went back since. */
public sealed interface TopUp extends Entity {
    @Override
    TopUp evolve(Event event, Instant at);

    record Unborn() implements TopUp {
        @Override
        public TopUp evolve(Event event, Instant at) {
            return event instanceof TopUpRequested e
                    ? new Requested(e, at, TakenBack.none(e.amount().currency()))
                    : this;
        }
    }

    /** Something was asked for, whatever became of it. */
    sealed interface Known extends TopUp {
        TopUpRequested request();

        Instant requestedAt();

        TakenBack takenBack();

        Known with(TakenBack takenBack);

        /** What it brought in; what it is to bring in, as long as nothing came. */
        default Money broughtIn() {
            return request().amount();
        }

        /** What of that nobody has asked back or taken back. */
        default Money room() {
            return takenBack().roomIn(broughtIn());
        }

        /** When its money came; when it was asked for, as long as none is in a wallet. */
        default Instant since() {
            return requestedAt();
        }

        /** When its cash lot began, or would begin: a lot has one beginning, also if a won dispute brings it before the success. */
        default Instant lotSince() {
            var lot = takenBack().givenBack();
            return lot == null ? since() : lot.since();
        }

        @Override
        default TopUp evolve(Event event, Instant at) {
            return switch (event) {
                case TopUpEvent e -> told(e, at);
                case RefundEvent e -> with(after(e));
                case ChargebackEvent.Booked e -> with(after(e));
                case Event _ -> this;
            };
        }

        /** What its processor says of it; nothing new once its money has come. */
        default TopUp told(TopUpEvent event, Instant at) {
            return this;
        }

        private TakenBack after(RefundEvent event) {
            return switch (event) {
                case PurchaseRefunded e -> asked(e.parts());
                case UnspentReturned e -> asked(e.parts());
                case RefundFailed e -> takenBack().notAsked(e.lot().amount());
                case RefundUnclaimed e -> takenBack().notAsked(e.amount());
                case RefundSettledAfterFailed e -> takenBack().asked(e.amount());
                case RefundSettled _ -> takenBack();
            };
        }

        private TakenBack asked(List<RefundPart> parts) {
            var takenBack = takenBack();
            for (var part : parts) {
                if (part.topUp().equals(request().topUp())) {
                    takenBack = takenBack.asked(part.amount());
                }
            }
            return takenBack;
        }

        private TakenBack after(ChargebackEvent.Booked event) {
            return switch (event) {
                case ChargedBack e -> takenBack().charged(e.dispute().amount());
                case DisputeWon e -> takenBack().won(e.undone(), e.lot());
                case ReceivableCollected _, ReceivableWrittenOff _ -> takenBack();
            };
        }
    }

    /** Its outcome is not known yet. */
    record Requested(TopUpRequested request, Instant requestedAt, TakenBack takenBack) implements Known {
        @Override
        public TopUp told(TopUpEvent event, Instant at) {
            return switch (event) {
                case TopUpSucceeded e -> Succeeded.of(this, e, at);
                case TopUpUnclaimed e -> Unclaimed.of(this, e, at);
                case TopUpFailed e -> new Failed(request, requestedAt, e.code(), at, takenBack);
                case TopUpRequested _ -> this;
            };
        }

        @Override
        public Requested with(TakenBack takenBack) {
            return new Requested(request, requestedAt, takenBack);
        }
    }

    record Succeeded(
            TopUpRequested request, Instant requestedAt, TopUpSucceeded success, Instant at, TakenBack takenBack)
            implements Known {
        private static Succeeded of(Known before, TopUpSucceeded success, Instant at) {
            var takenBack = before.takenBack().in(success.amount().currency());
            return new Succeeded(before.request(), before.requestedAt(), success, at, takenBack);
        }

        @Override
        public Money broughtIn() {
            return success.amount();
        }

        @Override
        public Instant since() {
            return at;
        }

        @Override
        public Succeeded with(TakenBack takenBack) {
            return new Succeeded(request, requestedAt, success, at, takenBack);
        }
    }

    /** The money came, but fits no open wallet. */
    record Unclaimed(
            TopUpRequested request, Instant requestedAt, TopUpUnclaimed unclaimed, Instant at, TakenBack takenBack)
            implements Known {
        private static Unclaimed of(Known before, TopUpUnclaimed unclaimed, Instant at) {
            var takenBack = before.takenBack().in(unclaimed.amount().currency());
            return new Unclaimed(before.request(), before.requestedAt(), unclaimed, at, takenBack);
        }

        @Override
        public Money broughtIn() {
            return unclaimed.amount();
        }

        @Override
        public Unclaimed with(TakenBack takenBack) {
            return new Unclaimed(request, requestedAt, unclaimed, at, takenBack);
        }
    }

    /** Called failed; the money may still come. */
    record Failed(TopUpRequested request, Instant requestedAt, DeclineCode code, Instant at, TakenBack takenBack)
            implements Known {
        @Override
        public TopUp told(TopUpEvent event, Instant at) {
            return switch (event) {
                case TopUpSucceeded e -> Succeeded.of(this, e, at);
                case TopUpUnclaimed e -> Unclaimed.of(this, e, at);
                case TopUpRequested _, TopUpFailed _ -> this;
            };
        }

        @Override
        public Failed with(TakenBack takenBack) {
            return new Failed(request, requestedAt, code, at, takenBack);
        }
    }
}
