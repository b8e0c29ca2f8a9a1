package io.microwallet.core.audit.model;

import io.microwallet.core.credit.CreditCommand;
import io.microwallet.core.credit.CreditCommand.GrantCredit;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.membership.MembershipCommand;
import io.microwallet.core.membership.MembershipCommand.CancelMembership;
import io.microwallet.core.membership.MembershipCommand.CreatePlan;
import io.microwallet.core.membership.MembershipCommand.RenewMembership;
import io.microwallet.core.membership.MembershipCommand.RetirePlan;
import io.microwallet.core.membership.MembershipCommand.StartMembership;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans, memberships, and credits that clients give. */
final class Clubs {
    private static final long AMOUNT_MAX = 1_000_000_000_000L;
    private static final int MEMBERSHIPS_MAX = 20;

    private final Tables t;
    private final Purse purse;
    private final Due due;
    private final Rewards rewards;

    Clubs(Tables tables) {
        t = tables;
        purse = new Purse(tables);
        due = new Due(tables);
        rewards = new Rewards(tables);
    }

    Answer answer(MembershipCommand command, Instant at) {
        return switch (command) {
            case CreatePlan c -> create(c);
            case RetirePlan c -> retire(c);
            case StartMembership c -> start(c, at);
            case RenewMembership c -> renew(c, at);
            case CancelMembership c -> cancel(c, at);
        };
    }

    private Answer create(CreatePlan c) {
        if (t.plans.containsKey(c.plan())) {
            return Answer.refused("PLAN_ALREADY_EXISTS");
        }
        var plan = new Rows.Plan();
        plan.ledger = c.ledger();
        plan.terms = c.terms();
        t.plans.put(c.plan(), plan);
        return Answer.accepted(new ArrayList<>(), Told.of("PlanCreated"));
    }

    private Rows.@Nullable Plan plan(PlanId id, LedgerId ledger) {
        var plan = t.plans.get(id);
        return plan != null && plan.ledger.equals(ledger) ? plan : null;
    }

    private Answer retire(RetirePlan c) {
        var plan = plan(c.plan(), c.ledger());
        if (plan == null) {
            return Answer.absent("PLAN_NOT_FOUND");
        }
        if (plan.retired) {
            return Answer.refused("PLAN_ALREADY_RETIRED");
        }
        plan.retired = true;
        return Answer.accepted(new ArrayList<>(), Told.of("PlanRetired"));
    }

    private Answer start(StartMembership c, Instant at) {
        var wallet = t.wallet(c.wallet(), c.ledger());
        if (wallet == null) {
            return Answer.absent("WALLET_NOT_FOUND");
        }
        if (wallet.erased) {
            return Answer.absent("WALLET_ERASED");
        }
        var plan = plan(c.plan(), c.ledger());
        if (plan == null) {
            return Answer.absent("PLAN_NOT_FOUND");
        }
        var refusal = refusal(wallet, plan, c, at);
        return refusal == null ? started(plan, c, at) : Answer.refused(refusal);
    }

    private @Nullable String refusal(Rows.Wallet wallet, Rows.Plan plan, StartMembership c, Instant at) {
        if (t.memberships.containsKey(c.membership())) {
            return "MEMBERSHIP_ALREADY_EXISTS";
        }
        if (wallet.closed) {
            return "WALLET_CLOSED";
        }
        if (plan.retired) {
            return "PLAN_RETIRED";
        }
        var open = t.memberships.values().stream()
                .filter(it -> it.wallet.equals(c.wallet()) && !overBy(it, at))
                .toList();
        if (open.stream().anyMatch(it -> it.plan.equals(c.plan()))) {
            return "ALREADY_A_MEMBER";
        }
        return open.size() >= MEMBERSHIPS_MAX ? "TOO_MANY_MEMBERSHIPS" : cannotPay(c.wallet(), plan, at);
    }

    private static boolean overBy(Rows.Membership membership, Instant at) {
        return membership.cancelled && (!membership.runs || !membership.periodEnds.isAfter(at));
    }

    private @Nullable String cannotPay(WalletId wallet, Rows.Plan plan, Instant at) {
        if (t.frozen(wallet)) {
            return "WALLET_FROZEN";
        }
        var limits = t.limits(plan.ledger);
        var price = plan.terms.price();
        var credit = plan.terms.credit();
        if (credit != null) {
            var more = credit.amount() - price.amount();
            if (!purse.mayHave(wallet, more, price.currency(), limits, at)) {
                return "BALANCE_LIMIT_EXCEEDED";
            }
            // What of a credit is above the price is a lot of its own.
            if (!purse.hasRoom(wallet, more > 0 ? 2 : 1, limits.openLots(), at)) {
                return "TOO_MANY_OPEN_LOTS";
            }
        }
        return purse.cash(wallet, price.currency(), at) < price.amount() ? "INSUFFICIENT_CASH" : null;
    }

    private Answer started(Rows.Plan plan, StartMembership c, Instant at) {
        var told = due.settle(c.wallet(), at);
        var membership = new Rows.Membership();
        membership.id = c.membership();
        membership.ledger = c.ledger();
        membership.wallet = c.wallet();
        membership.plan = c.plan();
        t.memberships.put(c.membership(), membership);
        told.add(paid(membership, plan, "MembershipStarted", at).with("benefits", plan.terms.benefits()));
        credit(membership, plan, told, at);
        return Answer.accepted(told);
    }

    private Told paid(Rows.Membership membership, Rows.Plan plan, String event, Instant at) {
        var price = plan.terms.price();
        var lots = purse.takeCash(membership.wallet, null, price.amount(), price.currency());
        membership.runs = true;
        membership.periodEnds = at.plus(Duration.ofDays(plan.terms.periodDays()));
        membership.deferred = price.amount();
        var entry = new Entry()
                .debit(Chart.available(membership.wallet, true), price.amount(), price.currency())
                .credit(Chart.DEFERRED, price.amount(), price.currency());
        return Told.of(event)
                .with("price", price)
                .with("periodEnds", membership.periodEnds)
                .with("available", purse.spendableMoney(membership.wallet, price.currency(), at))
                .with("lots", lots)
                .with("journalEntry", t.post(entry));
    }

    private void credit(Rows.Membership membership, Rows.Plan plan, List<Told> told, Instant at) {
        var credit = plan.terms.credit();
        if (credit != null) {
            var days = plan.terms.creditLifetimeDays();
            var number = membership.periodEnds.toEpochMilli();
            told.add(rewards.give(membership, "MembershipCreditGranted", credit, days, number, at));
        }
    }

    private Rows.@Nullable Membership membership(MembershipCommand c, MembershipId id, WalletId wallet) {
        var membership = t.memberships.get(id);
        var own = membership != null && membership.ledger.equals(c.ledger()) && membership.wallet.equals(wallet);
        return own ? membership : null;
    }

    private Answer renew(RenewMembership c, Instant at) {
        var membership = membership(c, c.membership(), c.wallet());
        if (membership == null || !membership.plan.equals(c.plan())) {
            return Answer.absent("MEMBERSHIP_NOT_FOUND");
        }
        var wallet = t.wallets.get(c.wallet());
        if (wallet.erased) {
            return Answer.absent("WALLET_ERASED");
        }
        if (wallet.closed) {
            return Answer.refused("WALLET_CLOSED");
        }
        if (membership.cancelled) {
            return Answer.refused("MEMBERSHIP_CANCELLED");
        }
        if (membership.runs && membership.periodEnds.isAfter(at)) {
            return Answer.refused("MEMBERSHIP_NOT_DUE");
        }
        var plan = t.plans.get(c.plan());
        var refusal = cannotPay(c.wallet(), plan, at);
        if (refusal != null) {
            return Answer.refused(refusal);
        }
        var told = due.settle(c.wallet(), at);
        told.add(paid(membership, plan, "MembershipRenewed", at));
        credit(membership, plan, told, at);
        return Answer.accepted(told);
    }

    private Answer cancel(CancelMembership c, Instant at) {
        var membership = membership(c, c.membership(), c.wallet());
        if (membership == null) {
            return Answer.absent("MEMBERSHIP_NOT_FOUND");
        }
        var wallet = t.wallets.get(c.wallet());
        if (wallet.erased) {
            return Answer.absent("WALLET_ERASED");
        }
        if (wallet.closed) {
            return Answer.refused("WALLET_CLOSED");
        }
        if (membership.cancelled) {
            return Answer.refused("MEMBERSHIP_ALREADY_CANCELLED");
        }
        var told = due.settle(c.wallet(), at);
        membership.cancelled = true;
        return Answer.accepted(told, Told.of("MembershipCancelled"));
    }

    Answer answer(CreditCommand command, Instant at) {
        return switch (command) {
            case GrantCredit c -> grant(c, at);
        };
    }

    private Answer grant(GrantCredit c, Instant at) {
        var wallet = t.wallet(c.wallet(), c.ledger());
        if (wallet == null) {
            return Answer.absent("WALLET_NOT_FOUND");
        }
        if (wallet.erased) {
            return Answer.absent("WALLET_ERASED");
        }
        var merchant = c.funder().merchant();
        if (merchant != null && t.merchant(merchant, c.ledger()) == null) {
            return Answer.absent("MERCHANT_NOT_FOUND");
        }
        var refusal = refusal(wallet, c, at);
        return refusal == null ? granted(c, at) : Answer.refused(refusal);
    }

    private @Nullable String refusal(Rows.Wallet wallet, GrantCredit c, Instant at) {
        if (wallet.closed) {
            return "WALLET_CLOSED";
        }
        var merchant = c.funder().merchant();
        if (merchant != null && t.merchants.get(merchant).kind == MerchantKind.OWN) {
            return "OWN_SHOP_FUNDS_NO_CREDIT";
        }
        if (c.expires() != null && !c.expires().isAfter(at)) {
            return "EXPIRY_NOT_IN_FUTURE";
        }
        if (c.amount().amount() > AMOUNT_MAX) {
            return "CREDIT_AMOUNT_TOO_LARGE";
        }
        var limits = t.limits(c.ledger());
        var currency = c.amount().currency();
        if (!purse.mayHave(c.wallet(), c.amount().amount(), currency, limits, at)) {
            return "BALANCE_LIMIT_EXCEEDED";
        }
        return purse.hasRoom(c.wallet(), 1, limits.openLots(), at) ? null : "TOO_MANY_OPEN_LOTS";
    }

    private Answer granted(GrantCredit c, Instant at) {
        var told = due.settle(c.wallet(), at);
        var currency = c.amount().currency();
        var merchant = c.funder().merchant();
        var lot = rewards.credit(c.wallet(), c.grant(), c.amount().amount(), currency, at, c.expires(), c.funder());
        var entry = new Entry()
                .debit(merchant == null ? Chart.PROMOTIONS : Chart.payable(merchant), lot.amount, currency)
                .credit(Chart.available(c.wallet(), false), lot.amount, currency);
        return Answer.accepted(
                told,
                Told.of("CreditGranted")
                        .with("lot", lot)
                        .with("available", purse.spendableMoney(c.wallet(), currency, at))
                        .with("journalEntry", t.post(entry)));
    }
}
