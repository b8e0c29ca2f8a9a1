package io.microwallet.core.topup;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.TellsBalance;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to top-ups. */
public sealed interface TopUpEvent extends Event {
    TopUpId topUp();

    WalletId wallet();

    @Override
    default List<Tag> tags() {
        return List.of(wallet().tag(), topUp().tag());
    }

    record TopUpRequested(
            LedgerId ledger,
            TopUpId topUp,
            WalletId wallet,
            Money amount,
            ProcessorId processor,
            CardToken card,
            @Nullable PopUpId popUp,
            @Nullable SealedText reference,
            @Nullable Instant effective)
            implements TopUpEvent {
        @Override
        public List<Tag> tags() {
            return popUp == null ? List.of(wallet.tag(), topUp.tag()) : List.of(wallet.tag(), topUp.tag(), popUp.tag());
        }
    }

    /**
     * The money is a cash lot, named by the top-up.
     *
     * @param available the wallet's available balance after it
     * @param since when that lot began, if a won dispute brought it before; null where it begins now
     */
    record TopUpSucceeded(
            TopUpId topUp,
            WalletId wallet,
            Money amount,
            ProcessorReference processorReference,
            Money available,
            @Nullable Instant since,
            JournalEntry journalEntry)
            implements TopUpEvent, TellsBalance {
        @Override
        public Optional<JournalEntry> entry() {
            return Optional.of(journalEntry);
        }
    }

    record TopUpFailed(TopUpId topUp, WalletId wallet, DeclineCode code) implements TopUpEvent {}

    /** Money came that fits no open wallet; an exception for finance. */
    record TopUpUnclaimed(
            TopUpId topUp,
            WalletId wallet,
            Money amount,
            ProcessorReference processorReference,
            JournalEntry journalEntry)
            implements TopUpEvent {
        @Override
        public Optional<JournalEntry> entry() {
            return Optional.of(journalEntry);
        }
    }
}
