package io.microwallet.core.accounts;

import static io.microwallet.core.accounts.AccountRow.row;

import io.microwallet.core.credit.CreditEvent.CreditExpired;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.hold.HoldEvent.HoldCaptured;
import io.microwallet.core.hold.HoldEvent.HoldExpired;
import io.microwallet.core.hold.HoldEvent.HoldPlaced;
import io.microwallet.core.hold.HoldEvent.HoldVoided;
import io.microwallet.core.membership.MembershipEvent.AttendanceRewarded;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import java.time.Duration;
import java.util.stream.Stream;

/** What is booked when money comes in, is granted, held and spent, and when it expires. */
final class SpendingRows {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration WEEK = Duration.ofDays(7);

    private SpendingRows() {}

    static Stream<AccountRow> rows() {
        return Stream.of(comingIn(), memberships(), holds(), sales(), expiries())
                .flatMap(rows -> rows);
    }

    private static Stream<AccountRow> comingIn() {
        return Stream.of(
                row("top-up succeeded 50")
                        .books(TopUpSucceeded.class, it -> it.asksForTopUp(50).topUpSucceeds(50))
                        .debits("Assets:Processor:P:Clearing 50")
                        .credits("Liabilities:Wallet:W:Cash:Available 50"),
                row("credit granted 10, promotional")
                        .books(CreditGranted.class, it -> it.isGiven(10))
                        .debits("Expenses:MembershipCredits 10")
                        .credits("Liabilities:Wallet:W:Credit:Available 10"),
                row("credit granted 10, promotional", "a merchant funds it")
                        .books(CreditGranted.class, it -> it.isGivenByMerchant(10))
                        .debits("Liabilities:Merchant:M:Payable 10")
                        .credits("Liabilities:Wallet:W:Credit:Available 10"));
    }

    private static Stream<AccountRow> memberships() {
        return Stream.of(
                row("membership paid 20 (cash only)")
                        .books(
                                MembershipStarted.class,
                                it -> it.isGiven(10).has(50).joins(null))
                        .debits("Liabilities:Wallet:W:Cash:Available 20")
                        .credits("Liabilities:Membership:Deferred 20"),
                row("membership paid 20 (cash only)", "for another period")
                        .books(
                                MembershipRenewed.class,
                                it -> it.has(50).joins(null).passes(MONTH).renews())
                        .debits("Liabilities:Wallet:W:Cash:Available 20")
                        .credits("Liabilities:Membership:Deferred 20"),
                row("credit granted 10, paid for by the plan")
                        .books(MembershipCreditGranted.class, it -> it.has(50).joins(10L))
                        .debits("Liabilities:Membership:Deferred 10")
                        .credits("Liabilities:Wallet:W:Credit:Available 10"),
                row("credit granted 10, paid for by the plan", "30, beyond what is left of the 20 that were paid")
                        .books(MembershipCreditGranted.class, it -> it.has(50).joins(30L))
                        .debits("Liabilities:Membership:Deferred 20", "Expenses:MembershipCredits 10")
                        .credits("Liabilities:Wallet:W:Credit:Available 30"),
                row("credit granted 10, paid for by the plan", "3, for two pop-ups")
                        .books(
                                AttendanceRewarded.class,
                                it -> it.has(50).joins(10L).visits(1).visits(1))
                        .debits("Liabilities:Membership:Deferred 3")
                        .credits("Liabilities:Wallet:W:Credit:Available 3"),
                row("membership period over")
                        .books(
                                MembershipPeriodEnded.class,
                                it -> it.has(50).joins(5L).passes(MONTH))
                        .debits("Liabilities:Membership:Deferred 15")
                        .credits("Income:Memberships 15"));
    }

    private static Stream<AccountRow> holds() {
        return Stream.of(
                row("hold placed 30")
                        .books(HoldPlaced.class, it -> it.isGiven(10).has(50).holds(30))
                        .debits("Liabilities:Wallet:W:Credit:Available 10", "Liabilities:Wallet:W:Cash:Available 20")
                        .credits("Liabilities:Wallet:W:Credit:Held 10", "Liabilities:Wallet:W:Cash:Held 20"),
                row("captured 25 of 30, final, commission 2")
                        .books(
                                HoldCaptured.class,
                                it -> it.isGiven(10).has(50).holds(30).isCaptured(25))
                        .debits("Liabilities:Wallet:W:Credit:Held 10", "Liabilities:Wallet:W:Cash:Held 20")
                        .credits(
                                "Liabilities:Merchant:M:Payable 23",
                                "Income:Commission 2",
                                "Liabilities:Wallet:W:Cash:Available 5"),
                row("captured 25 of 30, final, commission 2", "kind own, so no commission")
                        .books(
                                HoldCaptured.class,
                                it -> it.isGiven(10).has(50).holdsAtOwnShop(30).isCapturedAtOwnShop(25))
                        .debits("Liabilities:Wallet:W:Credit:Held 10", "Liabilities:Wallet:W:Cash:Held 20")
                        .credits("Income:Sales:M 25", "Liabilities:Wallet:W:Cash:Available 5"),
                row("voided or expired", "voided")
                        .books(
                                HoldVoided.class,
                                it -> it.isGiven(10).has(50).holds(30).isVoided())
                        .debits("Liabilities:Wallet:W:Credit:Held 10", "Liabilities:Wallet:W:Cash:Held 20")
                        .credits("Liabilities:Wallet:W:Credit:Available 10", "Liabilities:Wallet:W:Cash:Available 20"),
                row("voided or expired", "expired")
                        .books(
                                HoldExpired.class,
                                it -> it.isGiven(10).has(50).holds(30).passes(Duration.ofMinutes(10)))
                        .debits("Liabilities:Wallet:W:Credit:Held 10", "Liabilities:Wallet:W:Cash:Held 20")
                        .credits("Liabilities:Wallet:W:Credit:Available 10", "Liabilities:Wallet:W:Cash:Available 20"));
    }

    private static Stream<AccountRow> sales() {
        return Stream.of(
                row("purchase (no hold)")
                        .books(Purchased.class, it -> it.isGiven(10).has(50).buys(25))
                        .debits("Liabilities:Wallet:W:Credit:Available 10", "Liabilities:Wallet:W:Cash:Available 15")
                        .credits("Liabilities:Merchant:M:Payable 23", "Income:Commission 2"),
                row("purchase (no hold)", "kind own")
                        .books(Purchased.class, it -> it.isGiven(10).has(50).buysAtOwnShop(25))
                        .debits("Liabilities:Wallet:W:Credit:Available 10", "Liabilities:Wallet:W:Cash:Available 15")
                        .credits("Income:Sales:M 25"));
    }

    private static Stream<AccountRow> expiries() {
        return Stream.of(
                row("promotional credit expired")
                        .books(CreditExpired.class, it -> it.isGiven(10).passes(WEEK))
                        .debits("Liabilities:Wallet:W:Credit:Available 10")
                        .credits("Expenses:MembershipCredits 10"),
                row("promotional credit expired", "a merchant funded it")
                        .books(
                                CreditExpired.class,
                                it -> it.isGivenByMerchant(10).passes(WEEK))
                        .debits("Liabilities:Wallet:W:Credit:Available 10")
                        .credits("Liabilities:Merchant:M:Payable 10"),
                row("promotional credit expired", "while a hold had it")
                        .books(
                                HoldExpired.class,
                                it -> it.isGiven(10)
                                        .passesAlmost(WEEK)
                                        .holds(10)
                                        .passes(Duration.ofMinutes(10)))
                        .debits("Liabilities:Wallet:W:Credit:Held 10")
                        .credits("Expenses:MembershipCredits 10"),
                row("paid credit expired")
                        .books(CreditExpired.class, it -> it.has(20).joins(10L).passes(Duration.ofDays(14)))
                        .debits("Liabilities:Wallet:W:Credit:Available 10")
                        .credits("Income:Breakage 10"));
    }
}
