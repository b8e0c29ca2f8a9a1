package io.microwallet.core.given;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;

import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.MembershipDeferred;
import io.microwallet.core.journal.Account.Memberships;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.membership.Benefits;
import io.microwallet.core.membership.Cliff;
import io.microwallet.core.membership.MemberPrice;
import io.microwallet.core.membership.MembershipCommand.CancelMembership;
import io.microwallet.core.membership.MembershipCommand.CreatePlan;
import io.microwallet.core.membership.MembershipCommand.RenewMembership;
import io.microwallet.core.membership.MembershipCommand.RetirePlan;
import io.microwallet.core.membership.MembershipCommand.StartMembership;
import io.microwallet.core.membership.MembershipEvent.MembershipCancelled;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.membership.MembershipEvent.PlanCreated;
import io.microwallet.core.membership.MembershipEvent.PlanRetired;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.membership.PlanTerms;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan of 20.00 for 30 days that gives 10.00 for 14 days, and 3.00 for two pop-ups. */
public final class Club {
    public static final PlanId PLAN = new PlanId(new UUID(11, 1));
    public static final MembershipId MEMBERSHIP = new MembershipId(new UUID(12, 1));
    public static final Cliff TWO_POP_UPS = new Cliff(2, eur(300), 7);
    public static final Benefits BENEFITS = new Benefits(15, MemberPrice.YES, List.of(TWO_POP_UPS));
    public static final PlanTerms TERMS = terms(eur(1_000));

    public static final PlanCreated PLAN_CREATED = new PlanCreated(LEDGER, PLAN, NAME, TERMS, NAME);
    public static final PlanRetired PLAN_RETIRED = new PlanRetired(PLAN);
    public static final MembershipCancelled CANCELLED = new MembershipCancelled(MEMBERSHIP, WALLET);

    public static final CreatePlan CREATE_PLAN = new CreatePlan(LEDGER, PLAN, NAME, TERMS, NAME);
    public static final RetirePlan RETIRE_PLAN = new RetirePlan(LEDGER, PLAN);
    public static final StartMembership START = new StartMembership(LEDGER, MEMBERSHIP, WALLET, PLAN, TILL, NAME);
    public static final RenewMembership RENEW = new RenewMembership(LEDGER, MEMBERSHIP, WALLET, PLAN);
    public static final CancelMembership CANCEL = new CancelMembership(LEDGER, MEMBERSHIP, WALLET);

    private Club() {}

    /** The membership of a wallet that had {@code lots} of cash, 20.00 of which paid. */
    public static MembershipStarted started(Instant periodEnds, Money available, Lot... lots) {
        return new MembershipStarted(
                LEDGER,
                MEMBERSHIP,
                WALLET,
                PLAN,
                TILL,
                eur(2_000),
                BENEFITS,
                periodEnds,
                available,
                List.of(lots),
                NAME,
                paid());
    }

    public static JournalEntry paid() {
        return JournalEntry.of(
                Posting.debit(PopUp.cash(), eur(2_000)), Posting.credit(new MembershipDeferred(), eur(2_000)));
    }

    public static WalletFunds credit() {
        return new WalletFunds(WALLET, LotKind.CREDIT, Availability.AVAILABLE);
    }

    /** Spelled a second time: what is on disk has these ids, and replays must make the same. */
    public static LotId lot(long number, int part) {
        var name =
                ByteBuffer.allocate(25).putLong(12).putLong(1).putLong(number).put((byte) part);
        return new LotId(UUID.nameUUIDFromBytes(name.array()));
    }

    /** By time alone. */
    public static MembershipPeriodEnded over(long earned) {
        return over(earned, Row.NOW);
    }

    public static MembershipPeriodEnded over(long earned, @Nullable Instant due) {
        var entry = JournalEntry.of(
                Posting.debit(new MembershipDeferred(), eur(earned)), Posting.credit(new Memberships(), eur(earned)));
        return new MembershipPeriodEnded(MEMBERSHIP, WALLET, eur(earned), due, entry);
    }

    public static PlanTerms terms(@Nullable Money credit) {
        return new PlanTerms(eur(2_000), 30, credit, credit == null ? 0 : 14, BENEFITS);
    }
}
