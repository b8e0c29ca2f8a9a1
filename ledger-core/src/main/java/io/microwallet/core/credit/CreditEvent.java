package io.microwallet.core.credit;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.TellsBalance;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to credits. */
public sealed interface CreditEvent extends Event {
    WalletId wallet();

    @Override
    default List<Tag> tags() {
        return List.of(wallet().tag());
    }

    /** A client gave it: {@code lot} is all of it, {@code available} the wallet's available balance after it. */
    record CreditGranted(
            LedgerId ledger,
            WalletId wallet,
            ClientId client,
            Lot lot,
            Money available,
            @Nullable SealedText reference,
            JournalEntry journalEntry)
            implements CreditEvent, TellsBalance {
        /** Under which a grant is found. */
        public static Tag tag(LotId grant) {
            return new Tag(Tag.Kind.GRANT, grant.value());
        }

        @Override
        public List<Tag> tags() {
            var tags = new ArrayList<Tag>(3);
            tags.add(wallet.tag());
            tags.add(tag(lot.id()));
            lot.payer().ifPresent(merchant -> tags.add(merchant.tag()));
            return tags;
        }

        @Override
        public Optional<JournalEntry> entry() {
            return Optional.of(journalEntry);
        }
    }

    /** What was left of these lots, all of one currency and end, went back to who paid for it, or into breakage. */
    record CreditExpired(WalletId wallet, Money amount, List<Lot> lots, Money available, JournalEntry journalEntry)
            implements CreditEvent, TellsBalance {
        public CreditExpired {
            lots = List.copyOf(lots);
        }

        /** When the last of them expired, however late it was booked. */
        public @Nullable Instant due() {
            return lots.getLast().expires();
        }

        @Override
        public Optional<JournalEntry> entry() {
            return Optional.of(journalEntry);
        }
    }
}
