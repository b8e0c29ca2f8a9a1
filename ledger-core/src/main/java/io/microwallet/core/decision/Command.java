package io.microwallet.core.decision;

import io.microwallet.core.batch.BatchCommand;
import io.microwallet.core.chargeback.ChargebackCommand;
import io.microwallet.core.client.ClientCommand;
import io.microwallet.core.credit.CreditCommand;
import io.microwallet.core.drop.DropCommand;
import io.microwallet.core.hold.HoldCommand;
import io.microwallet.core.job.JobCommand;
import io.microwallet.core.ledger.LedgerCommand;
import io.microwallet.core.link.LinkCommand;
import io.microwallet.core.membership.MembershipCommand;
import io.microwallet.core.merchant.MerchantCommand;
import io.microwallet.core.payout.PayoutCommand;
import io.microwallet.core.popup.PopUpCommand;
import io.microwallet.core.purchase.PurchaseCommand;
import io.microwallet.core.refund.RefundCommand;
import io.microwallet.core.settlement.SettlementCommand;
import io.microwallet.core.topup.TopUpCommand;
import io.microwallet.core.wallet.WalletCommand;

/** An order or a reported fact; every id, secret hash and sealed text in it was made before it was sent. */
public sealed interface Command
        permits LedgerCommand,
                ClientCommand,
                MerchantCommand,
                WalletCommand,
                TopUpCommand,
                PurchaseCommand,
                PopUpCommand,
                DropCommand,
                HoldCommand,
                RefundCommand,
                ChargebackCommand,
                LinkCommand,
                CreditCommand,
                MembershipCommand,
                PayoutCommand,
                SettlementCommand,
                JobCommand,
                BatchCommand {
    /** Whose histories this command is decided over. */
    Boundary boundary();
}
