package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.PAYMENT;
import static io.microwallet.core.given.PopUp.PROCESSOR;
import static io.microwallet.core.given.PopUp.PUBLIC_KEY;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.TILL_KEY;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.credentials;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.reportSuccess;
import static io.microwallet.core.given.PopUp.requestTopUp;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.Scope;
import io.microwallet.core.ledger.LedgerCommand.CreateLedger;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.link.LinkCommand.CreateLink;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.link.SecretHash;
import io.microwallet.core.merchant.MerchantCommand.AddMerchant;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.payout.PayoutCommand.RequestPayout;
import io.microwallet.core.payout.PayoutId;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.settlement.Settlement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot even be asked. */
class CommandShapesTest {
    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void an_amount_is_positive(long cents) {
        refused(() -> requestTopUp(eur(cents), null));
        refused(() -> reportSuccess(eur(cents)));
        refused(() -> new Purchase(
                LEDGER, new PurchaseId(new UUID(8, 1)), WALLET, BAKER, TILL, eur(cents), null, null, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001})
    void a_commission_is_nought_to_all(int basisPoints) {
        refused(() -> new AddMerchant(LEDGER, BAKER, MerchantKind.THIRD_PARTY, basisPoints, NAME, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59S", "PT8784H1S", "PT-1H"})
    void a_link_lives_a_minute_to_a_year(Duration lifetime) {
        var hash = new SecretHash("0".repeat(64));

        refused(() -> new CreateLink(LEDGER, new LinkId(new UUID(10, 1)), WALLET, TILL, hash, 1, lifetime));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void a_payout_is_of_a_positive_amount(long cents) {
        refused(() -> payout(null, eur(cents)));
        refused(() -> payout(Currency.of("EUR"), eur(cents)));
    }

    @Test
    void a_payout_is_of_one_currency() {
        refused(() -> payout(Currency.of("JPY"), eur(1)));
    }

    @Test
    void a_processors_payout_brings_money_and_its_fee_is_of_the_same_currency_and_not_below_zero() {
        refused(() -> settlement(eur(0), eur(2)));
        refused(() -> settlement(eur(1), eur(-1)));
        refused(() -> settlement(eur(1), new Money(1, Currency.of("JPY"))));
        refused(() -> settlement(eur(1), eur(Money.AMOUNT_MAX)));
    }

    private static Settlement settlement(Money amount, Money fee) {
        return new Settlement(PROCESSOR, PAYMENT, amount, fee);
    }

    private static RequestPayout payout(@Nullable Currency currency, Money amount) {
        return new RequestPayout(LEDGER, new PayoutId(new UUID(20, 1)), BAKER, currency, amount, List.of(), 0, null);
    }

    @Test
    void the_deployment_is_no_ledger() {
        refused(() -> create(LedgerId.DEPLOYMENT, credentials(TILL, TILL_KEY, Scope.ADMIN)));
    }

    @Test
    void a_ledgers_first_client_is_an_admin() {
        refused(() -> create(LEDGER, credentials(TILL, TILL_KEY, Scope.FINANCE)));
        refused(() -> create(LEDGER, credentials(TILL, TILL_KEY, Scope.ADMIN, Scope.OPERATOR)));
    }

    @Test
    void a_client_has_a_scope_and_all_but_the_operator_have_a_name() {
        refused(() -> credentials(TILL, TILL_KEY));
        refused(() -> new Credentials(TILL, TILL_KEY, PUBLIC_KEY, Set.of(Scope.CHECKOUT), null));
    }

    private static CreateLedger create(LedgerId ledger, Credentials admin) {
        return new CreateLedger(ledger, Mode.LIVE, ZoneOffset.UTC, NAME, admin);
    }

    private static void refused(ThrowingCallable building) {
        assertThatThrownBy(building).isInstanceOf(IllegalArgumentException.class);
    }
}
