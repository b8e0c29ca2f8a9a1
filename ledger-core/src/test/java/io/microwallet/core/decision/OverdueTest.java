package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.BAKER_ADDED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.credit.CreditEvent.CreditExpired;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.membership.OpenMemberships;
import io.microwallet.core.merchant.Merchant;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.purchase.PurchaseRefusal;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Funds;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.TopUpsAsked;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletCommand.SettleOverdue;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is overdue comes first, once, and only with what is accepted. The wallet has two credits and some cash. */
class OverdueTest {
    private static final Lot PAID = Lot.credit(id(1), eur(300), EARLIER, NOW, Funder.plan());
    private static final Lot GIVEN = Lot.credit(id(2), eur(200), EARLIER, NOW.plusSeconds(60), Funder.merchant(BAKER));
    private static final Lot CASH = Lot.cash(id(3), eur(1_000), EARLIER);
    private static final Instant JUST_BEFORE = NOW.minusNanos(1_000);
    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void an_accepted_decision_begins_with_what_is_overdue() {
        var events = accepted(buy(eur(100)), LATER).events();

        assertThat(events).hasSize(3);
        assertThat(events.getFirst()).isInstanceOf(CreditExpired.class);
        assertThat(((Purchased) events.getLast()).lots()).containsExactly(CASH.of(eur(100)));
        assertThat(((Purchased) events.getLast()).available()).isEqualTo(eur(900));
    }

    @Test
    void paid_credit_expired_is_breakage_and_given_credit_goes_back_to_its_funder() {
        var credit = new WalletFunds(WALLET, LotKind.CREDIT, Availability.AVAILABLE);

        assertThat(accepted(new SettleOverdue(WALLET), LATER).events())
                .containsExactly(
                        expired(
                                PAID,
                                Posting.debit(credit, eur(300)),
                                Posting.credit(new Account.Breakage(), eur(300))),
                        expired(
                                GIVEN,
                                Posting.debit(credit, eur(200)),
                                Posting.credit(new Account.MerchantPayable(BAKER), eur(200))));
    }

    private static CreditExpired expired(Lot lot, Posting... postings) {
        return new CreditExpired(WALLET, lot.amount(), List.of(lot), eur(1_000), new JournalEntry(List.of(postings)));
    }

    @Test
    void a_refusal_stands_alone_though_something_is_overdue() {
        assertThat(decide(buy(eur(1_001)), LATER)).isEqualTo(Decision.refused(PurchaseRefusal.INSUFFICIENT_FUNDS));
    }

    @Test
    void a_lot_expires_at_its_instant_and_not_before() {
        assertThat(decide(new SettleOverdue(WALLET), JUST_BEFORE)).isEqualTo(new Decision.AlreadyKnown());
        assertThat(accepted(buy(eur(1_500)), JUST_BEFORE).events()).hasSize(1);
        assertThat(decide(buy(eur(1_500)), NOW)).isEqualTo(Decision.refused(PurchaseRefusal.INSUFFICIENT_FUNDS));
    }

    @Test
    void what_is_settled_is_not_settled_again() {
        var settled = (Wallet.Open) wallet().asOf(LATER);

        assertThat(settled.lots()).containsExactly(CASH);
        assertThat(settled.overdue(LATER)).isEmpty();
        assertThat(Rules.decide(states(settled), new SettleOverdue(WALLET), LATER))
                .isEqualTo(new Decision.AlreadyKnown());
    }

    private static Decision.Accepted accepted(Command command, Instant at) {
        return (Decision.Accepted) decide(command, at);
    }

    private static Decision decide(Command command, Instant at) {
        return Rules.decide(states(wallet()), command, at);
    }

    private static Wallet.Open wallet() {
        var funds = new Funds(List.of(PAID, GIVEN, CASH), List.of());
        return new Wallet.Open(
                WALLET, LEDGER, TILL, false, funds, TopUpsAsked.NONE, OpenMemberships.NONE, null, null, EARLIER);
    }

    private static Purchase buy(Money amount) {
        return new Purchase(LEDGER, new PurchaseId(new UUID(8, 1)), WALLET, BAKER, TILL, amount, null, null, null);
    }

    private static States states(Wallet wallet) {
        return new States() {
            @Override
            @SuppressWarnings("unchecked")
            public <S extends Entity> S of(EntityId<S> id) {
                return (S) (id instanceof WalletId ? wallet : new Merchant.Unborn().evolve(BAKER_ADDED, EARLIER));
            }
        };
    }

    private static LotId id(int number) {
        return new LotId(new UUID(7, number));
    }
}
