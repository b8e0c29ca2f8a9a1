package io.microwallet.core.membership;

import io.microwallet.core.purchase.PurchaseRefusal;
import io.microwallet.core.request.Refusal;
import io.microwallet.core.topup.TopUpRefusal;

/** What stands in the way of orders about plans and memberships, in order of precedence. */
public enum MembershipRefusal implements Refusal {
    PLAN_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    PLAN_ALREADY_RETIRED("Leave it: the plan takes no new members already."),
    MEMBERSHIP_ALREADY_EXISTS("Send the call again with a new idempotency key."),
    WALLET_CLOSED(PurchaseRefusal.WALLET_CLOSED.advice()),
    PLAN_RETIRED("Offer another plan: this one takes no new members."),
    MEMBERSHIP_CANCELLED("Start a new membership once this one is over: a cancelled one is not renewed."),
    MEMBERSHIP_NOT_DUE("Wait for the end of the period: it is paid for until then."),
    MEMBERSHIP_ALREADY_CANCELLED("Leave it: the membership is not renewed any more."),
    ALREADY_A_MEMBER("Renew the membership of this plan that the wallet has, or cancel it and wait for its end."),
    TOO_MANY_MEMBERSHIPS("Cancel a membership of this wallet first."),
    WALLET_FROZEN(PurchaseRefusal.WALLET_FROZEN.advice()),
    BALANCE_LIMIT_EXCEEDED(TopUpRefusal.BALANCE_LIMIT_EXCEEDED.advice()),
    TOO_MANY_OPEN_LOTS(TopUpRefusal.TOO_MANY_OPEN_LOTS.advice()),
    INSUFFICIENT_CASH("Top up the wallet first: a membership is paid with money, never with credit.");

    private final String advice;

    MembershipRefusal(String advice) {
        this.advice = advice;
    }

    @Override
    public String advice() {
        return advice;
    }
}
