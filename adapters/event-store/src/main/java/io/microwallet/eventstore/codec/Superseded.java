package io.microwallet.eventstore.codec;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.EventCatalog.StoredName;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.eventstore.codec.StoredTypes.Stored;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fields that events had once: read for ever, written no more. */
final class Superseded {
    private Superseded() {}

    /** Those that were written in a form. */
    static Stream<Stored> in(Form form) {
        return switch (form) {
            case SPELLED_OUT ->
                Stream.of(stored(form, new StoredName("purchased", 1), PurchasedV1.class, PurchasedV1::now));
            case SHORT -> Stream.of();
        };
    }

    private static <T> Stored stored(Form form, StoredName name, Class<T> then, Function<T, Event> now) {
        var codec = new RecordCodec<>(then, form);
        return new Stored(name, new ValueCodec<>() {
            @Override
            public void write(JsonBuffer out, Event event) {
                throw new IllegalArgumentException(name + " is written no more");
            }

            @Override
            public Event read(JsonCursor in) {
                return now.apply(codec.read(in));
            }
        });
    }

    /** A draw did not know how old its lot was: it goes back as the oldest. Nobody but the ledger gave credit. */
    public record DrawV1(LotId lot, LotKind kind, Money amount) {
        Lot now() {
            return switch (kind) {
                case CASH -> Lot.cash(lot, amount, Instant.EPOCH);
                case CREDIT -> Lot.credit(lot, amount, Instant.EPOCH, null, Funder.ledger());
            };
        }
    }

    /** Before the parts that paid knew their lots. */
    public record PurchasedV1(
            LedgerId ledger,
            PurchaseId purchase,
            WalletId wallet,
            MerchantId merchant,
            ClientId client,
            Money amount,
            Money commission,
            Money available,
            List<DrawV1> draws,
            @Nullable PopUpId popUp,
            @Nullable SealedText reference,
            @Nullable Instant effective,
            JournalEntry journalEntry) {
        Purchased now() {
            return new Purchased(
                    ledger,
                    purchase,
                    wallet,
                    merchant,
                    client,
                    amount,
                    commission,
                    available,
                    draws.stream().map(DrawV1::now).toList(),
                    popUp,
                    reference,
                    effective,
                    journalEntry);
        }
    }
}
