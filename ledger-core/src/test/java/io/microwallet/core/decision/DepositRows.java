package io.microwallet.core.decision;

import static io.microwallet.core.decision.Held.CLOSED;
import static io.microwallet.core.decision.Held.ERASED;
import static io.microwallet.core.decision.Held.FROZEN;
import static io.microwallet.core.decision.Held.HELD;
import static io.microwallet.core.decision.Held.full;
import static io.microwallet.core.decision.Held.more;
import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.OWN_SHOP;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.given.Stall.EXPIRES;
import static io.microwallet.core.given.Stall.HOLD;
import static io.microwallet.core.given.Stall.MARKET;
import static io.microwallet.core.given.Stall.MARKET_CREATED;
import static io.microwallet.core.given.Stall.deposit;
import static io.microwallet.core.given.Stall.with;

import io.microwallet.core.given.PopUp;
import io.microwallet.core.given.Row;
import io.microwallet.core.hold.HoldCommand.PlaceDeposit;
import io.microwallet.core.hold.HoldRefusal;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import java.util.stream.Stream;

/** When money alone is held for a merchant. */
final class DepositRows {
    private DepositRows() {}

    static Stream<Row> rows() {
        return Stream.of(deposits(), depositsRefused()).flatMap(rows -> rows);
    }

    private static Stream<Row> deposits() {
        return Stream.of(
                row("a deposit is held")
                        .given(with())
                        .when(hold(BAKER, eur(3_000)))
                        .accepted(deposit(BAKER, EXPIRES)),
                row("a deposit for an own shop")
                        .given(with())
                        .when(hold(OWN_SHOP, eur(3_000)))
                        .accepted(deposit(OWN_SHOP, EXPIRES)),
                row("no wallet makes a deposit")
                        .given(PopUp.BAKER_ADDED, MARKET_CREATED)
                        .when(hold(BAKER, eur(1)))
                        .absent(Absence.WALLET_NOT_FOUND),
                row("an erased wallet makes no deposit")
                        .given(OPENED, CLOSED, ERASED)
                        .when(hold(BAKER, eur(1)))
                        .absent(Absence.WALLET_ERASED),
                row("a deposit for nobody")
                        .given(OPENED, MARKET_CREATED)
                        .when(hold(BAKER, eur(1)))
                        .absent(Absence.MERCHANT_NOT_FOUND),
                row("a deposit at a pop-up that is not there")
                        .given(OPENED, PopUp.BAKER_ADDED)
                        .when(hold(BAKER, eur(1)))
                        .absent(Absence.POP_UP_NOT_FOUND));
    }

    private static Stream<Row> depositsRefused() {
        return Stream.of(
                row("a closed wallet makes no deposit")
                        .given(OPENED, CLOSED, PopUp.BAKER_ADDED, MARKET_CREATED)
                        .when(hold(BAKER, eur(1)))
                        .refused(HoldRefusal.WALLET_CLOSED),
                row("a frozen wallet makes no deposit, however many it has")
                        .given(more(full(), FROZEN))
                        .when(hold(BAKER, eur(1)))
                        .refused(HoldRefusal.WALLET_FROZEN),
                row("one deposit too many, whatever the amount")
                        .given(full())
                        .when(hold(BAKER, eur(9_999)))
                        .refused(HoldRefusal.TOO_MANY_OPEN_HOLDS),
                row("a deposit in a currency that is not there")
                        .given(with())
                        .when(hold(BAKER, Money.of(1, "JPY")))
                        .refused(HoldRefusal.CURRENCY_NOT_HELD),
                row("what is held already is not held twice")
                        .given(with(HELD))
                        .when(hold(BAKER, eur(2_001)))
                        .refused(HoldRefusal.INSUFFICIENT_FUNDS));
    }

    private static PlaceDeposit hold(MerchantId merchant, Money amount) {
        return new PlaceDeposit(LEDGER, HOLD, WALLET, merchant, TILL, amount, 600, MARKET, NAME);
    }
}
