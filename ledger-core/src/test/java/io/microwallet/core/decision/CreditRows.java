package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.BAKER_ADDED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.LEDGER_CREATED;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.OWN_SHOP;
import static io.microwallet.core.given.PopUp.OWN_SHOP_ADDED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.credit.CreditCommand.GrantCredit;
import io.microwallet.core.credit.CreditEvent.CreditGranted;
import io.microwallet.core.credit.CreditRefusal;
import io.microwallet.core.credit.CreditRules;
import io.microwallet.core.given.Row;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.MembershipCredits;
import io.microwallet.core.journal.Account.MerchantPayable;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.ledger.LedgerEvent.LimitsChanged;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletEvent.WalletClosed;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletFrozen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a client gives a credit. */
final class CreditRows {
    private static final LotId GRANT = new LotId(new UUID(7, 1));
    private static final Instant IN_A_WEEK = NOW.plusSeconds(7 * 86_400);
    private static final WalletClosed CLOSED = new WalletClosed(WALLET);
    private static final Money TOO_MUCH = eur(CreditRules.AMOUNT_MAX + 1);

    private static final Limits FIVE = new Limits(List.of(eur(500)), List.of(), 50, 20, 200, 14);

    private CreditRows() {}

    static Stream<Row> rows() {
        return Stream.of(grants(), absences(), refusals()).flatMap(rows -> rows);
    }

    private static Stream<Row> grants() {
        return Stream.of(
                row("credit granted 10, promotional")
                        .given(OPENED)
                        .when(grant(eur(1_000), Funder.ledger(), IN_A_WEEK))
                        .accepted(granted(1_000, Funder.ledger(), IN_A_WEEK, new MembershipCredits())),
                row("credit granted 10, promotional, where a merchant funds it")
                        .given(OPENED, BAKER_ADDED)
                        .when(grant(eur(1_000), Funder.merchant(BAKER), IN_A_WEEK))
                        .accepted(granted(1_000, Funder.merchant(BAKER), IN_A_WEEK, new MerchantPayable(BAKER))),
                row("a credit that stays")
                        .given(OPENED)
                        .when(grant(eur(1), Funder.ledger(), null))
                        .accepted(granted(1, Funder.ledger(), null, new MembershipCredits())),
                row("a frozen wallet takes a credit")
                        .given(OPENED, new WalletFrozen(WALLET))
                        .when(grant(eur(1), Funder.ledger(), null))
                        .accepted(granted(1, Funder.ledger(), null, new MembershipCredits())),
                row("the largest credit that expires at the next instant")
                        .given(OPENED)
                        .when(grant(eur(CreditRules.AMOUNT_MAX), Funder.ledger(), NOW.plusNanos(1_000)))
                        .accepted(granted(
                                CreditRules.AMOUNT_MAX,
                                Funder.ledger(),
                                NOW.plusNanos(1_000),
                                new MembershipCredits())));
    }

    private static Stream<Row> absences() {
        var baker = grant(eur(1), Funder.merchant(BAKER), null);
        return Stream.of(
                row("no wallet takes a credit").given(BAKER_ADDED).when(baker).absent(Absence.WALLET_NOT_FOUND),
                row("another ledger's wallet takes no credit")
                        .given(OPENED)
                        .when(new GrantCredit(NEIGHBOUR, GRANT, WALLET, TILL, eur(1), Funder.ledger(), null, null))
                        .absent(Absence.WALLET_NOT_FOUND),
                row("an erased wallet takes no credit")
                        .given(OPENED, CLOSED, new WalletErased(WALLET), BAKER_ADDED)
                        .when(baker)
                        .absent(Absence.WALLET_ERASED),
                row("no merchant pays for a credit, whatever the wallet")
                        .given(OPENED, CLOSED)
                        .when(baker)
                        .absent(Absence.MERCHANT_NOT_FOUND));
    }

    private static Stream<Row> refusals() {
        return Stream.of(
                row("a closed wallet takes no credit, whoever pays")
                        .given(OPENED, CLOSED, OWN_SHOP_ADDED)
                        .when(grant(TOO_MUCH, Funder.merchant(OWN_SHOP), NOW))
                        .refused(CreditRefusal.WALLET_CLOSED),
                row("an own shop pays for no credit, whatever it is")
                        .given(OPENED, OWN_SHOP_ADDED)
                        .when(grant(TOO_MUCH, Funder.merchant(OWN_SHOP), NOW))
                        .refused(CreditRefusal.OWN_SHOP_FUNDS_NO_CREDIT),
                row("a credit that expires now, whatever the amount")
                        .given(OPENED)
                        .when(grant(TOO_MUCH, Funder.ledger(), NOW))
                        .refused(CreditRefusal.EXPIRY_NOT_IN_FUTURE),
                row("a credit that is too large, whatever the wallet holds")
                        .given(full())
                        .when(grant(TOO_MUCH, Funder.ledger(), null))
                        .refused(CreditRefusal.CREDIT_AMOUNT_TOO_LARGE),
                row("a credit beyond what a wallet may hold, full or not")
                        .given(Stream.concat(
                                        Stream.of(LEDGER_CREATED, new LimitsChanged(LEDGER, TILL, FIVE)),
                                        Stream.of(full()))
                                .toArray(Event[]::new))
                        .when(grant(eur(501), Funder.ledger(), null))
                        .refused(CreditRefusal.BALANCE_LIMIT_EXCEEDED),
                row("a wallet that is full takes no credit")
                        .given(full())
                        .when(grant(eur(1), Funder.ledger(), null))
                        .refused(CreditRefusal.TOO_MANY_OPEN_LOTS));
    }

    /** The wallet waits for as many top-ups as it may hold. */
    static Event[] full() {
        var events = new ArrayList<Event>(List.of(OPENED));
        for (var number = 0; number < Wallet.Open.LOTS_MAX; number++) {
            events.add(requested(new TopUpId(new UUID(6, 1_000 + number)), eur(1)));
        }
        return events.toArray(Event[]::new);
    }

    private static GrantCredit grant(Money amount, Funder funder, @Nullable Instant expires) {
        return new GrantCredit(LEDGER, GRANT, WALLET, TILL, amount, funder, expires, NAME);
    }

    private static CreditGranted granted(long cents, Funder funder, @Nullable Instant expires, Account payer) {
        return new CreditGranted(
                LEDGER,
                WALLET,
                TILL,
                Lot.credit(GRANT, eur(cents), NOW, expires, funder),
                eur(cents),
                NAME,
                JournalEntry.of(
                        Posting.debit(payer, eur(cents)),
                        Posting.credit(new WalletFunds(WALLET, LotKind.CREDIT, Availability.AVAILABLE), eur(cents))));
    }
}
