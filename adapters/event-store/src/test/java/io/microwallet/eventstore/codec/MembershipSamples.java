package io.microwallet.eventstore.codec;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.decision.Event;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.MembershipCredits;
import io.microwallet.core.journal.Account.MembershipDeferred;
import io.microwallet.core.journal.Account.Memberships;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.membership.Benefits;
import io.microwallet.core.membership.Cliff;
import io.microwallet.core.membership.MemberPrice;
import io.microwallet.core.membership.MembershipEvent.AttendanceRewarded;
import io.microwallet.core.membership.MembershipEvent.MembershipCancelled;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.membership.MembershipEvent.PlanRetired;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.membership.PlanTerms;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Plans, memberships and credits that are given. */
final class MembershipSamples {
    private static final LedgerId LEDGER = new LedgerId(id(1));
    private static final ClientId CLIENT = new ClientId(id(2));
    private static final MerchantId MERCHANT = new MerchantId(id(4));
    private static final WalletId WALLET = new WalletId(id(5));
    private static final PlanId PLAN = new PlanId(id(20));
    private static final MembershipId MEMBERSHIP = new MembershipId(id(21));
    private static final SealedText TEXT = new SealedText("c2VhbGVkLXRleHQ_-");
    private static final Instant AT = Instant.parse("2026-11-23T16:00:00.123456Z");
    private static final Lot CASH = Lot.cash(new LotId(id(22)), eur(20_00), AT);
    private static final Lot PAID = Lot.credit(new LotId(id(23)), eur(10_00), AT, AT.plusSeconds(60), Funder.plan());
    private static final Lot GIVEN = Lot.credit(new LotId(id(24)), eur(3_00), AT, AT.plusSeconds(60), Funder.ledger());

    private MembershipSamples() {}

    static List<Event> events() {
        var benefits = new Benefits(15, MemberPrice.YES, List.of(new Cliff(3, eur(5_00), 30)));
        return List.of(
                new PlanCreated(LEDGER, PLAN, TEXT, new PlanTerms(eur(20_00), 30, eur(10_00), 14, benefits), TEXT),
                new PlanCreated(
                        LEDGER,
                        PLAN,
                        TEXT,
                        new PlanTerms(eur(20_00), 30, null, 0, new Benefits(0, MemberPrice.NO, List.of())),
                        null),
                new PlanRetired(PLAN),
                new MembershipStarted(
                        LEDGER,
                        MEMBERSHIP,
                        WALLET,
                        PLAN,
                        CLIENT,
                        eur(20_00),
                        benefits,
                        AT.plusSeconds(3_600),
                        eur(0),
                        List.of(CASH),
                        TEXT,
                        payment()),
                new MembershipRenewed(
                        MEMBERSHIP, WALLET, eur(20_00), AT.plusSeconds(7_200), eur(0), List.of(CASH), payment()),
                new MembershipCreditGranted(
                        MEMBERSHIP,
                        WALLET,
                        eur(10_00),
                        eur(10_00),
                        List.of(PAID),
                        JournalEntry.of(
                                Posting.debit(new MembershipDeferred(), eur(10_00)),
                                Posting.credit(credit(), eur(10_00)))),
                new AttendanceRewarded(
                        MEMBERSHIP, WALLET, 3, eur(3_00), eur(13_00), List.of(GIVEN), promotion(eur(3_00))),
                new MembershipCancelled(MEMBERSHIP, WALLET),
                new MembershipPeriodEnded(
                        MEMBERSHIP,
                        WALLET,
                        eur(10_00),
                        null,
                        JournalEntry.of(
                                Posting.debit(new MembershipDeferred(), eur(10_00)),
                                Posting.credit(new Memberships(), eur(10_00)))),
                new MembershipPeriodEnded(MEMBERSHIP, WALLET, eur(0), null, null),
                new CreditGranted(LEDGER, WALLET, CLIENT, GIVEN, eur(3_00), TEXT, promotion(eur(3_00))),
                new CreditGranted(
                        LEDGER,
                        WALLET,
                        CLIENT,
                        Lot.credit(new LotId(id(25)), eur(2_00), AT, null, Funder.merchant(MERCHANT)),
                        eur(5_00),
                        null,
                        JournalEntry.of(
                                Posting.debit(new MerchantPayable(MERCHANT), eur(2_00)),
                                Posting.credit(credit(), eur(2_00)))));
    }

    private static JournalEntry payment() {
        return JournalEntry.of(
                Posting.debit(new WalletFunds(WALLET, LotKind.CASH, Availability.AVAILABLE), eur(20_00)),
                Posting.credit(new MembershipDeferred(), eur(20_00)));
    }

    private static JournalEntry promotion(Money amount) {
        return JournalEntry.of(Posting.debit(new MembershipCredits(), amount), Posting.credit(credit(), amount));
    }

    private static WalletFunds credit() {
        return new WalletFunds(WALLET, LotKind.CREDIT, Availability.AVAILABLE);
    }

    private static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    private static UUID id(long n) {
        return new UUID(0x0190_0000_0000_7000L + n, 0x8000_0000_0000_0000L | n);
    }

    /** By time alone. */
    static MembershipPeriodEnded over() {
        return new MembershipPeriodEnded(MEMBERSHIP, WALLET, eur(0), AT.minusSeconds(60), null);
    }
}
