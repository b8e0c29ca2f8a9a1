package io.microwallet.core.membership;

import io.microwallet.core.decision.Event;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.MembershipDeferred;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.membership.MembershipCommand.StartMembership;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Wallet;
import java.time.Instant;
import java.util.List;

/** One period of a membership, paid in advance out of a wallet's cash; it begins when it is paid. */
record Period(Wallet.Open wallet, PlanTerms terms, Instant at) {
    /** Whether the wallet may hold what it has once the price is paid and the credit given. */
    boolean isWithinBalance(Limits limits) {
        var credit = terms.credit();
        var currency = terms.price().currency();
        // The sum is one of a few numbers below 2^53: a long holds it.
        return credit == null
                || limits.allowBalance(
                        wallet.expected(currency, at) - terms.price().amount() + credit.amount(), currency);
    }

    /** Whether the credit finds room beside all the lots there are: the price may leave a rest of each. */
    boolean isWithinLots(Limits limits) {
        var credit = terms.credit();
        return credit == null || wallet.hasRoomForLots(PlanCredit.lotsOf(credit, terms.price()), limits.openLots());
    }

    List<Event> first(StartMembership command) {
        var started = new MembershipStarted(
                command.ledger(),
                command.membership(),
                command.wallet(),
                command.plan(),
                command.client(),
                terms.price(),
                terms.benefits(),
                ends(),
                availableAfter(),
                wallet.takeCash(terms.price()),
                command.reference(),
                payment());
        return withCredit(started, started.open());
    }

    List<Event> next(MembershipId id) {
        var renewed = new MembershipRenewed(
                id, wallet.id(), terms.price(), ends(), availableAfter(), wallet.takeCash(terms.price()), payment());
        var lapsed = wallet.memberships().find(id).orElseThrow();
        return withCredit(renewed, lapsed.renewed(terms.price(), ends()));
    }

    private List<Event> withCredit(Event paid, OpenMembership membership) {
        var credit = terms.credit();
        return credit == null ? List.of(paid) : List.of(paid, granted(membership, credit));
    }

    private MembershipCreditGranted granted(OpenMembership membership, Money credit) {
        var given = PlanCredit.of(membership, credit, terms.creditLifetimeDays(), ends().toEpochMilli(), at);
        return new MembershipCreditGranted(
                membership.id(),
                wallet.id(),
                credit,
                availableAfter().plus(credit),
                given.lots(),
                given.entry(wallet.id()));
    }

    private Instant ends() {
        return at.plus(terms.period());
    }

    private Money availableAfter() {
        return wallet.available(terms.price().currency(), at).minus(terms.price());
    }

    private JournalEntry payment() {
        return JournalEntry.of(
                Posting.debit(new WalletFunds(wallet.id(), LotKind.CASH, Availability.AVAILABLE), terms.price()),
                Posting.credit(new MembershipDeferred(), terms.price()));
    }
}
