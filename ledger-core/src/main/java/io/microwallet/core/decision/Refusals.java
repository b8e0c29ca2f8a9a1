package io.microwallet.core.decision;

import io.microwallet.core.chargeback.ChargebackRefusal;
import io.microwallet.core.client.ClientRefusal;
import io.microwallet.core.credit.CreditRefusal;
import io.microwallet.core.drop.DropRefusal;
import io.microwallet.core.hold.HoldRefusal;
import io.microwallet.core.job.JobRefusal;
import io.microwallet.core.ledger.LedgerRefusal;
import io.microwallet.core.link.LinkRefusal;
import io.microwallet.core.membership.MembershipRefusal;
import io.microwallet.core.merchant.MerchantRefusal;
import io.microwallet.core.payout.PayoutRefusal;
import io.microwallet.core.popup.PopUpRefusal;
import io.microwallet.core.purchase.PurchaseRefusal;
import io.microwallet.core.refund.RefundRefusal;
import io.microwallet.core.request.Refusal;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.settlement.SettlementRefusal;
import io.microwallet.core.topup.TopUpRefusal;
import io.microwallet.core.wallet.WalletRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every refusal of every feature; features that share a code share its advice. */
public final class Refusals {
    private static final List<Refusal> ALL = Stream.of(
                    LedgerRefusal.values(),
                    ClientRefusal.values(),
                    MerchantRefusal.values(),
                    WalletRefusal.values(),
                    TopUpRefusal.values(),
                    PurchaseRefusal.values(),
                    PopUpRefusal.values(),
                    DropRefusal.values(),
                    HoldRefusal.values(),
                    CreditRefusal.values(),
                    MembershipRefusal.values(),
                    RefundRefusal.values(),
                    ChargebackRefusal.values(),
                    LinkRefusal.values(),
                    PayoutRefusal.values(),
                    SettlementRefusal.values(),
                    JobRefusal.values())
            .<Refusal>flatMap(Arrays::stream)
            .toList();

    private static final Map<RefusalCode, String> ADVICE = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(
                    refusal -> new RefusalCode(refusal.name()), Refusal::advice, (advice, same) -> advice));

    private Refusals() {}

    public static List<Refusal> all() {
        return ALL;
    }

    /** What a person can do about a refusal that is in the log; empty for a code that no feature has any more. */
    public static Optional<String> adviceOn(RefusalCode code) {
        return Optional.ofNullable(ADVICE.get(code));
    }
}
