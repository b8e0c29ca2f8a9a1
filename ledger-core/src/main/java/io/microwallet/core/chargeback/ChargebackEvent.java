package io.microwallet.core.chargeback;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.TellsBalance;
import io.microwallet.core.wallet.WalletId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to money that a processor took back. */
public sealed interface ChargebackEvent extends Event {
    /** What moved money. */
    sealed interface Booked extends ChargebackEvent {
        JournalEntry journalEntry();

        @Override
        default Optional<JournalEntry> entry() {
            return Optional.of(journalEntry());
        }
    }

    /**
     * A processor took a payment back.
     *
     * @param lots what the wallet gave
     * @param owed what the member owes since
     * @param unclaimed what nobody had claimed, and so nobody misses
     * @param unexplained what is nobody's; an exception for finance
     * @param aboveTopUp what is more than was left of what its top-up brought in; an exception for finance; null for nothing
     * @param available the wallet's available balance after it; null where there is no open one
     */
    record ChargedBack(
            LedgerId ledger,
            ChargebackId chargeback,
            Dispute dispute,
            List<Lot> lots,
            Money owed,
            Money unclaimed,
            Money unexplained,
            @Nullable Money aboveTopUp,
            @Nullable Money available,
            JournalEntry journalEntry)
            implements Booked, TellsBalance {
        public ChargedBack {
            lots = List.copyOf(lots);
        }

        @Override
        public @Nullable WalletId wallet() {
            return dispute.wallet();
        }

        @Override
        public List<Tag> tags() {
            return tagsOf(chargeback, dispute);
        }
    }

    /**
     * A dispute was won, and the money came back.
     *
     * @param received what it paid of what the member owes
     * @param recovered what it brought back of what we had given up
     * @param lot what is spendable again
     * @param unclaimed what fits no open wallet, or is more than was taken; an exception for finance
     * @param explained what had been nobody's
     * @param available the wallet's available balance after it; null where there is no open one
     */
    record DisputeWon(
            LedgerId ledger,
            ChargebackId chargeback,
            Dispute dispute,
            Money amount,
            Money received,
            Money recovered,
            @Nullable Lot lot,
            Money unclaimed,
            Money explained,
            @Nullable Money available,
            JournalEntry journalEntry)
            implements Booked, TellsBalance {
        /** What it undoes of what was taken. A win beyond that is the only one of its dispute, so no sum has to be known. */
        public Money undone() {
            return dispute.amount().currency() == amount.currency()
                    ? amount.atMost(dispute.amount())
                    : Money.zero(amount.currency());
        }

        @Override
        public @Nullable WalletId wallet() {
            return dispute.wallet();
        }

        @Override
        public List<Tag> tags() {
            return tagsOf(chargeback, dispute);
        }
    }

    /**
     * A dispute was told once more, and not as it is booked: it moves nothing, and is an exception for finance.
     *
     * @param booked what stays booked
     * @param told what was told now
     * @param won what is said to have come back; null where it is the chargeback that was told
     */
    record DisputeContradicted(
            LedgerId ledger,
            ChargebackId chargeback,
            Dispute booked,
            Dispute told,
            @Nullable Money won) implements ChargebackEvent {
        @Override
        public List<Tag> tags() {
            return List.of(chargeback.tag());
        }
    }

    /** A member's cash paid what the member owed. */
    record ReceivableCollected(
            LedgerId ledger,
            WalletId wallet,
            ClientId client,
            Money amount,
            List<Lot> lots,
            Money available,
            @Nullable SealedText reference,
            JournalEntry journalEntry)
            implements Booked, TellsBalance {
        public ReceivableCollected {
            lots = List.copyOf(lots);
        }

        @Override
        public List<Tag> tags() {
            return List.of(wallet.tag());
        }
    }

    /** We gave up what a member owed. */
    record ReceivableWrittenOff(
            LedgerId ledger,
            WalletId wallet,
            ClientId client,
            Money amount,
            @Nullable SealedText reference,
            JournalEntry journalEntry)
            implements Booked {
        @Override
        public List<Tag> tags() {
            return List.of(wallet.tag());
        }
    }

    private static List<Tag> tagsOf(ChargebackId chargeback, Dispute dispute) {
        var topUp = dispute.topUp();
        var wallet = dispute.wallet();
        return topUp == null || wallet == null
                ? List.of(chargeback.tag())
                : List.of(wallet.tag(), chargeback.tag(), topUp.tag());
    }
}
