package io.microwallet.core.audit.model;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Scope;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.job.JobId;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.membership.PlanTerms;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.settlement.Settlement;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows of the model's tables: bare fields that anyone here may write. */
final class Rows {
    private Rows() {}

    static final class Ledger {
        Mode mode;
        ZoneId zone;
        Duration ahead = Duration.ZERO;
        /** Where its clock was moved to. */
        Instant notBefore = Instant.MIN;

        Limits limits = new Limits(List.of(), List.of(), 50, 20, 200, 14);

        /** What this currency may come to at most, in a list of limits. */
        static long most(List<Money> limits, Currency currency) {
            for (var limit : limits) {
                if (limit.currency().equals(currency)) {
                    return limit.amount();
                }
            }
            return Long.MAX_VALUE;
        }
    }

    static final class Client {
        LedgerId ledger;
        Set<Scope> scopes;
        boolean revoked;
    }

    static final class Key {
        ClientId client;
        boolean revoked;
        int number;
    }

    static final class Merchant {
        LedgerId ledger;
        MerchantKind kind;
        int basisPoints;
    }

    static final class Wallet {
        LedgerId ledger;
        boolean frozen;
        boolean closed;
        boolean erased;
    }

    static final class TopUp {
        TopUpId id;
        WalletId wallet;
        ProcessorId processor;
        PopUpId popUp;
        Currency currency;
        Instant askedAt;
        long asked;
        /** Asked, or failed, or came (as a lot), or unclaimed. */
        String status = "asked";

        /** The processor's own name of the payment. */
        ProcessorReference charge;

        long came;
        Currency cameIn;
    }

    /** All of a top-up or grant that ever was; {@code free} is what is neither spent, held nor gone. */
    static final class Lot {
        LotId id;
        WalletId wallet;
        boolean cash;
        Currency currency;
        Instant since;
        Instant expires;
        Funder funder;
        long free;

        boolean expired(Instant at) {
            return expires != null && !expires.isAfter(at);
        }

        Part part(long amount) {
            return new Part(this, amount);
        }
    }

    /** So much of a lot; written like a lot of the product. */
    static final class Part {
        final Lot lot;
        long amount;

        Part(Lot lot, long amount) {
            this.lot = lot;
            this.amount = amount;
        }

        @Override
        public String toString() {
            return Spelling.lot(
                    lot.cash ? "CASH" : "CREDIT",
                    lot.id,
                    amount + " " + lot.currency,
                    lot.since,
                    lot.expires,
                    lot.funder);
        }
    }

    static final class Link {
        LedgerId ledger;
        WalletId wallet;
        boolean revoked;
    }

    static final class ProcessorPayout {
        Settlement booked;
        Settlement toldOtherwise;
    }

    static final class Payout {
        LedgerId ledger;
        MerchantId merchant;
        Currency currency;
        long amount;
        boolean settled;
        boolean failed;
    }

    static final class Job {
        JobId id;
        LedgerId ledger;
        PopUpId popUp;
        ClientId client;
        boolean done;

        final Set<WalletId> wallets = new LinkedHashSet<>();
    }

    static final class Hold {
        HoldId id;
        LedgerId ledger;
        WalletId wallet;
        MerchantId merchant;
        DropId drop;
        PopUpId popUp;
        Instant expires;
        /** Open, captured, voided or expired. */
        String status = "open";

        Currency currency;
        boolean everCaptured;
        /** What it still holds. */
        List<Part> parts = new ArrayList<>();

        boolean lapsed(Instant at) {
            return status.equals("open") && !expires.isAfter(at);
        }

        boolean standing(Instant at) {
            return status.equals("open") && expires.isAfter(at);
        }

        long left() {
            return parts.stream().mapToLong(part -> part.amount).sum();
        }
    }

    static final class PopUp {
        LedgerId ledger;
        Instant opens;
        Instant closes;
    }

    static final class Drop {
        LedgerId ledger;
        MerchantId merchant;
        PopUpId popUp;
        Instant opens;
        Instant closes;
        Offer offer;
    }

    /** A purchase: all that was ever paid of it, and all that was ever given back. */
    static final class Sale {
        PurchaseId id;
        LedgerId ledger;
        WalletId wallet;
        MerchantId merchant;
        PopUpId popUp;
        Currency currency;
        /** By effective time; its last capture's. */
        Instant happened;
        /** Captures so far; none where it was paid at once. */
        int captures;

        final List<Part> paid = new ArrayList<>();
        final List<Part> undone = new ArrayList<>();

        long kept() {
            return Purse.sum(paid) - Purse.sum(undone);
        }
    }

    /** What of a refund goes back to one card; written like the product's. */
    static final class SentBack {
        RefundId refund;
        LedgerId ledger;
        WalletId wallet;
        TopUp topUp;
        Part part;
        boolean settled;
        boolean failed;
        boolean unclaimed;
        /** On its way, or gone. */
        boolean out = true;

        @Override
        public String toString() {
            return Spelling.sentBack(topUp.processor, topUp.charge, part.toString());
        }
    }

    /** One dispute: what the processor took, and what it gave back. */
    static final class Dispute {
        TopUpId topUp;
        Currency currency;
        long taken;
        long won;
        long unexplained;
        io.microwallet.core.chargeback.Dispute booked; // the row has the same name
        final List<Money> parts = new ArrayList<>();
        final List<List<Object>> otherwise = new ArrayList<>();
    }

    static final class Plan {
        LedgerId ledger;
        PlanTerms terms;
        boolean retired;
    }

    static final class Membership {
        MembershipId id;
        LedgerId ledger;
        WalletId wallet;
        PlanId plan;
        Instant periodEnds;
        /** Runs until its period ends; then it has lapsed, until it is renewed. */
        boolean runs;

        boolean cancelled;
        /** What is left of the price of this period. */
        long deferred;

        final Set<PopUpId> visited = new HashSet<>();
        int rewarded;

        boolean over() {
            return cancelled && !runs;
        }
    }
}
