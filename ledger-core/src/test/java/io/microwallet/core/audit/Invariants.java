package io.microwallet.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.audit.model.Model;
import io.microwallet.core.audit.model.Step;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.EntityId;
import io.microwallet.core.decision.Event;
import io.microwallet.core.given.Bookkeeper;
import io.microwallet.core.given.Log;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.money.Currency;
import io.microwallet.core.wallet.BurnDown;
import io.microwallet.core.wallet.Funds;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.TellsBalance;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The twelve of section 14 of the design. What is looked at after every command is what it touched; all of it is looked at every so
 * often. Of 10 the chain is the store's, which has a log of bytes: {@code ContractTest} and {@code fsck} follow it.
 */
final class Invariants {
    private static final List<Currency> CURRENCIES =
            Stream.of("EUR", "JPY", "KWD").map(Currency::of).toList();

    private final Log log;
    private final Model model;
    private final Bookkeeper bookkeeper = new Bookkeeper();
    private final CashInAndOut cash = new CashInAndOut();
    private final UnitsOfDrops units = new UnitsOfDrops();
    private final GivenBack back = new GivenBack();
    private final WithinLimits limits;
    private final Acknowledged acknowledged = new Acknowledged();
    private Instant last = Instant.MIN;

    Invariants(Log log, Model model) {
        this.log = log;
        this.model = model;
        this.limits = new WithinLimits(log);
    }

    void after(Step step, Decision decision) {
        assertThat(step.at()).isAfterOrEqualTo(last);
        last = step.at();
        acknowledged.heard(step, decision);
        if (decision instanceof Decision.Accepted accepted) {
            accepted.events().forEach(this::book);
            toldBalancesAreTheBalances(accepted.events());
            limits.after(accepted.events(), last);
            accepted.events().stream()
                    .flatMap(event -> event.tags().stream())
                    .distinct()
                    .forEach(tag -> log.id(tag).ifPresent(this::isWhole));
        }
    }

    private void isWhole(EntityId<?> id) {
        if (id instanceof WalletId wallet) {
            walletIsWhole(wallet);
        }
    }

    private void book(Event event) {
        bookkeeper.book(event);
        cash.book(event);
        units.book(event, last);
        back.book(event);
    }

    /** All twelve over everything: 7, that no more is given back than came, is counted from the first event on. */
    void overEverything() {
        log.entries().forEach(each -> each.event().entry().ifPresent(entry -> balances(entry.postings())));
        assertThat(bookkeeper.trialBalance().values()).allMatch(total -> total == 0);
        assertThat(booked()).isEqualTo(modelled());
        units.areWhole(log, last);
        for (var id : log.ids()) {
            assertThat(log.replay(id)).isEqualTo(log.state(id));
            isWhole(id);
        }
        acknowledged.isAnsweredOnce(log);
        Acknowledged.gaplessAndNeverBackwards(log.entries());
        acknowledged.isWhatTheLogHolds(log.entries());
    }

    /** 1: debits are credits in each currency of an entry. */
    static void balances(List<Posting> postings) {
        var sums = new HashMap<Currency, Long>();
        for (var posting : postings) {
            var amount = posting.money().amount();
            var signed = posting.side() == Side.DEBIT ? amount : -amount;
            sums.merge(posting.money().currency(), signed, Math::addExact);
        }
        assertThat(sums.values()).as("debits less credits of %s", postings).allMatch(sum -> sum == 0);
    }

    private Map<String, Long> booked() {
        var booked = new HashMap<String, Long>();
        for (var line : bookkeeper.lines()) {
            booked.put(
                    line.account().code() + ' ' + line.currency(), bookkeeper.balance(line.account(), line.currency()));
        }
        booked.values().removeIf(balance -> balance == 0);
        return booked;
    }

    private Map<String, Long> modelled() {
        var modelled = new HashMap<>(model.accounts());
        modelled.values().removeIf(balance -> balance == 0);
        return modelled;
    }

    /** What the last event of a wallet tells of a currency is what the wallet has of it. */
    private void toldBalancesAreTheBalances(List<Event> events) {
        var told = new HashMap<List<Object>, TellsBalance>();
        for (var event : events) {
            if (event instanceof TellsBalance it && it.available() != null) {
                told.put(List.of(it.wallet(), it.available().currency()), it);
            }
        }
        for (var it : told.values()) {
            var currency = it.available().currency();
            if (log.state(it.wallet()) instanceof Wallet.Open wallet) {
                assertThat(it.available()).isEqualTo(wallet.available(currency, last));
            }
        }
    }

    private void walletIsWhole(WalletId id) {
        var funds = log.state(id) instanceof Wallet.Open wallet ? wallet.funds() : Funds.NONE;
        lotsAreInOrder(funds.lots());
        for (var currency : CURRENCIES) {
            for (var kind : LotKind.values()) {
                var available = BurnDown.sum(funds.lots(), kind, currency).amount();
                var held = funds.holds().stream()
                        .mapToLong(hold ->
                                BurnDown.sum(hold.lots(), kind, currency).amount())
                        .sum();
                assertThat(balance(id, kind, Availability.AVAILABLE, currency))
                        .as("%s %s available", id, kind)
                        .isEqualTo(available)
                        .isNotNegative();
                assertThat(balance(id, kind, Availability.HELD, currency))
                        .as("%s %s held", id, kind)
                        .isEqualTo(held)
                        .isNotNegative();
            }
            cash.neverMoreOutThanIn(id, currency, bookkeeper);
        }
    }

    private static void lotsAreInOrder(List<Lot> lots) {
        var ids = new HashSet<LotId>();
        for (var i = 0; i < lots.size(); i++) {
            assertThat(ids.add(lots.get(i).id())).as("each lot is there once").isTrue();
            assertThat(i == 0 || BurnDown.ORDER.compare(lots.get(i - 1), lots.get(i)) < 0)
                    .as("lots are in burn-down order")
                    .isTrue();
        }
    }

    private long balance(WalletId id, LotKind kind, Availability availability, Currency currency) {
        return bookkeeper.balance(new WalletFunds(id, kind, availability), currency);
    }
}
