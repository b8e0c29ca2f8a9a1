package io.microwallet.core.given;

import io.microwallet.core.client.ClientEvent.ClientAdded;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.Scope;
import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerEvent.LedgerCreated;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.merchant.MerchantEvent.MerchantAdded;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpFailed;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpRequested;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cast of the tests: a ledger, its neighbour, and what usually happened there. */
public final class PopUp {
    public static final LedgerId LEDGER = new LedgerId(new UUID(1, 1));
    public static final LedgerId NEIGHBOUR = new LedgerId(new UUID(1, 2));
    public static final ClientId TILL = new ClientId(new UUID(2, 1));
    public static final KeyId TILL_KEY = new KeyId(new UUID(3, 1));
    public static final WalletId WALLET = new WalletId(new UUID(4, 1));
    public static final MerchantId BAKER = new MerchantId(new UUID(5, 1));
    public static final MerchantId OWN_SHOP = new MerchantId(new UUID(5, 2));
    public static final TopUpId TOP_UP = new TopUpId(new UUID(6, 1));
    public static final ProcessorId PROCESSOR = new ProcessorId("simulator");
    public static final CardToken CARD = new CardToken("tok_visa");
    public static final ProcessorReference PAYMENT = new ProcessorReference("pay_1");
    public static final DeclineCode DECLINED = new DeclineCode("card_declined");
    public static final SealedText NAME = new SealedText("c2VhbGVk");
    public static final PublicKey PUBLIC_KEY = new PublicKey(PublicKey.Algorithm.ED25519, "A".repeat(43));

    public static final LedgerCreated LEDGER_CREATED =
            new LedgerCreated(LEDGER, Mode.SANDBOX, ZoneId.of("Europe/Berlin"), NAME);
    public static final ClientAdded TILL_ADDED =
            new ClientAdded(LEDGER, TILL, Set.of(Scope.CHECKOUT), TILL_KEY, PUBLIC_KEY, NAME);
    public static final WalletOpened OPENED = new WalletOpened(LEDGER, WALLET, TILL, null, null);
    public static final MerchantAdded BAKER_ADDED =
            new MerchantAdded(LEDGER, BAKER, MerchantKind.THIRD_PARTY, 250, NAME, null);
    public static final MerchantAdded OWN_SHOP_ADDED =
            new MerchantAdded(LEDGER, OWN_SHOP, MerchantKind.OWN, 0, NAME, null);

    private PopUp() {}

    public static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    public static Credentials credentials(ClientId client, KeyId key, Scope... scopes) {
        return new Credentials(client, key, PUBLIC_KEY, Set.of(scopes), NAME);
    }

    public static RequestTopUp requestTopUp(Money amount, @Nullable Instant effective) {
        return requestTopUp(amount, effective, Mode.SANDBOX);
    }

    /** Through a processor that serves ledgers of these modes. */
    public static RequestTopUp requestTopUp(Money amount, @Nullable Instant effective, Mode... served) {
        return new RequestTopUp(LEDGER, TOP_UP, WALLET, amount, PROCESSOR, Set.of(served), CARD, null, null, effective);
    }

    public static ReportTopUpSucceeded reportSuccess(Money amount) {
        return new ReportTopUpSucceeded(TOP_UP, WALLET, amount, PAYMENT);
    }

    public static ReportTopUpFailed reportFailure() {
        return new ReportTopUpFailed(TOP_UP, WALLET, DECLINED);
    }

    public static TopUpRequested requested(TopUpId topUp, Money amount) {
        return new TopUpRequested(LEDGER, topUp, WALLET, amount, PROCESSOR, CARD, null, null, null);
    }

    public static TopUpSucceeded succeeded(TopUpId topUp, Money amount, Money available) {
        return new TopUpSucceeded(topUp, WALLET, amount, PAYMENT, available, null, in(amount, cash()));
    }

    public static TopUpUnclaimed unclaimed(TopUpId topUp, Money amount) {
        return new TopUpUnclaimed(topUp, WALLET, amount, PAYMENT, in(amount, new Account.Unclaimed()));
    }

    public static TopUpFailed failed(TopUpId topUp) {
        return new TopUpFailed(topUp, WALLET, DECLINED);
    }

    public static WalletFunds cash() {
        return new WalletFunds(WALLET, LotKind.CASH, Availability.AVAILABLE);
    }

    private static JournalEntry in(Money amount, Account to) {
        return JournalEntry.of(Posting.debit(new ProcessorClearing(PROCESSOR), amount), Posting.credit(to, amount));
    }
}
