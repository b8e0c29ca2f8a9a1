package io.microwallet.core.audit.model;

import io.microwallet.core.credit.CreditCommand.GrantCredit;
import io.microwallet.core.decision.Command;
import io.microwallet.core.membership.Benefits;
import io.microwallet.core.membership.Cliff;
import io.microwallet.core.membership.MemberPrice;
import io.microwallet.core.membership.MembershipCommand.CancelMembership;
import io.microwallet.core.membership.MembershipCommand.CreatePlan;
import io.microwallet.core.membership.MembershipCommand.RenewMembership;
import io.microwallet.core.membership.MembershipCommand.RetirePlan;
import io.microwallet.core.membership.MembershipCommand.StartMembership;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.membership.PlanTerms;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.LotId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members who join, stay and leave, the worker that renews, and clients that give credits. */
final class ClubActs implements Acts {
    private final Tables t;
    private final Dice dice;

    ClubActs(Tables tables, Dice dice) {
        t = tables;
        this.dice = dice;
    }

    @Override
    public int share() {
        return t.lots.isEmpty() ? 2 : 18;
    }

    @Override
    public Command next(Instant now) {
        if (dice.oneIn(3)) {
            return grant(now);
        }
        var offered =
                t.plans.keySet().stream().filter(it -> !t.plans.get(it).retired).toList();
        var plan = dice.lately(offered.isEmpty() || dice.oneIn(10) ? t.plans.keySet() : offered);
        if (plan == null || dice.oneIn(12)) {
            return aboutPlan(plan);
        }
        var membership = dice.lately(t.memberships.values());
        return membership == null || dice.oneIn(2) ? start(plan) : goOn(membership);
    }

    private Command grant(Instant now) {
        var wallet = dice.wallet(t);
        var ledger = dice.ledger(wallet);
        return new GrantCredit(
                ledger,
                new LotId(dice.id()),
                wallet,
                PeopleActs.TILL,
                dice.oneIn(80) ? new Money(1_000_000_000_001L, dice.currency()) : dice.money(),
                dice.oneIn(2)
                        ? new Funder(Funder.Kind.LEDGER, null)
                        : new Funder(Funder.Kind.MERCHANT, dice.merchant(ledger)),
                dice.oneIn(4) ? null : now.plusSeconds(dice.upTo(dice.oneIn(2) ? 4_000 : 1_000_000)),
                null);
    }

    private Command aboutPlan(@Nullable PlanId known) {
        if (known != null && dice.oneIn(5)) {
            return new RetirePlan(dice.ledger(), dice.oneIn(20) ? new PlanId(dice.id()) : known);
        }
        var id = known != null && dice.oneIn(10) ? known : new PlanId(dice.id());
        return new CreatePlan(dice.ledger(), id, PeopleActs.TEXT, terms(), null);
    }

    private PlanTerms terms() {
        var price = new Money(1 + dice.upTo(10), dice.currency());
        var credit = dice.oneIn(3) ? null : new Money(1 + dice.upTo(12), price.currency());
        return new PlanTerms(
                price, 1 + dice.upTo(30), credit, credit == null ? 0 : 1 + dice.upTo(20), benefits(price.currency()));
    }

    private Benefits benefits(Currency currency) {
        var cliffs = new ArrayList<Cliff>();
        for (var popUps = 1 + dice.upTo(2); popUps < 5 && !dice.oneIn(3); popUps += 1 + dice.upTo(2)) {
            cliffs.add(new Cliff(popUps, new Money(1 + dice.upTo(9), currency), 1 + dice.upTo(20)));
        }
        return new Benefits(dice.upTo(120), dice.oneIn(2) ? MemberPrice.YES : MemberPrice.NO, List.copyOf(cliffs));
    }

    private Command start(PlanId plan) {
        var known = dice.lately(t.memberships.keySet());
        var wallet = dice.wallet(t);
        return new StartMembership(
                dice.ledger(wallet),
                known != null && dice.oneIn(30) ? known : new MembershipId(dice.id()),
                wallet,
                dice.oneIn(60) ? new PlanId(dice.id()) : plan,
                PeopleActs.TILL,
                null);
    }

    private Command goOn(Rows.Membership membership) {
        var id = dice.oneIn(60) ? new MembershipId(dice.id()) : membership.id;
        return dice.oneIn(4)
                ? new CancelMembership(dice.ledger(membership.wallet), id, membership.wallet)
                : new RenewMembership(dice.ledger(membership.wallet), id, membership.wallet, membership.plan);
    }
}
