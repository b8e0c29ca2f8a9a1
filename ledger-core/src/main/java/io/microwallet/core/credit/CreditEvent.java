package io.microwallet.core.credit;

import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.TellsBalance;
import io.microwallet.core.wallet.WalletId;
import java.util.List;
import java.util.Optional;

/** What happened to credits. */
public sealed interface CreditEvent extends Event {
    WalletId wallet();

    @Override
    default List<Tag> tags() {
        return List.of(wallet().tag());
    }

    /** What was left of these lots, all of one currency, went back to who paid for it, or into breakage. */
    record CreditExpired(WalletId wallet, Money amount, List<Lot> lots, Money available, JournalEntry journalEntry)
            implements CreditEvent, TellsBalance {
        public CreditExpired {
            lots = List.copyOf(lots);
        }

        @Override
        public Optional<JournalEntry> entry() {
            return Optional.of(journalEntry);
        }
    }
}
