package io.microwallet.core.decision;

import io.microwallet.core.batch.BatchEvent;
import io.microwallet.core.chargeback.ChargebackEvent;
import io.microwallet.core.client.ClientEvent;
import io.microwallet.core.credit.CreditEvent;
import io.microwallet.core.drop.DropEvent;
import io.microwallet.core.hold.HoldEvent;
import io.microwallet.core.job.JobEvent;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.LedgerEvent;
import io.microwallet.core.link.LinkEvent;
import io.microwallet.core.membership.MembershipEvent;
import io.microwallet.core.merchant.MerchantEvent;
import io.microwallet.core.payout.PayoutEvent;
import io.microwallet.core.popup.PopUpEvent;
import io.microwallet.core.purchase.PurchaseEvent;
import io.microwallet.core.refund.RefundEvent;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.settlement.SettlementEvent;
import io.microwallet.core.topup.TopUpEvent;
import io.microwallet.core.wallet.WalletEvent;
import java.util.List;
import java.util.Optional;

/** Something that happened. Holds ids, amounts, codes, times and sealed texts only, never a plain text from outside. */
public sealed interface Event
        permits LedgerEvent,
                ClientEvent,
                MerchantEvent,
                WalletEvent,
                TopUpEvent,
                PurchaseEvent,
                PopUpEvent,
                DropEvent,
                HoldEvent,
                CreditEvent,
                RefundEvent,
                ChargebackEvent,
                LinkEvent,
                MembershipEvent,
                PayoutEvent,
                SettlementEvent,
                JobEvent,
                BatchEvent,
                RequestRefused {
    /** What it is found by, boundary and listing tags alike; none for a refusal. */
    List<Tag> tags();

    /** The money that it moves. */
    default Optional<JournalEntry> entry() {
        return Optional.empty();
    }
}
