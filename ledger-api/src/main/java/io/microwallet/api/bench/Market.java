package io.microwallet.api.bench;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Command;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerCommand.CreateLedger;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.merchant.MerchantCommand.AddMerchant;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.request.Operation;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletId;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** A ledger with a merchant and full wallets, and the purchases made there: what a till would send, sealed reference and all. */
final class Market {
    private static final Money FULL = Money.of(1_000_000_000_000L, "EUR");
    private static final ProcessorId PROCESSOR = new ProcessorId("simulator");
    /** Nonce, 16 characters and the tag: what an order number of a till is when it is sealed. */
    private static final int SEALED_BYTES = 44;

    private final SplittableRandom random;
    private final LedgerId ledger;
    private final ClientId client;
    private final MerchantId merchant;
    private final List<WalletId> wallets;

    Market(int wallets, SplittableRandom random) {
        this.random = random;
        this.ledger = new LedgerId(uuid());
        this.client = new ClientId(uuid());
        this.merchant = new MerchantId(uuid());
        this.wallets =
                IntStream.range(0, wallets).mapToObj(_ -> new WalletId(uuid())).toList();
    }

    /** A command and what it is called in the log. */
    record Order(Operation operation, Command command) {}

    LedgerId ledger() {
        return ledger;
    }

    ClientId client() {
        return client;
    }

    Order createLedger() {
        var key = new PublicKey(
                PublicKey.Algorithm.ED25519,
                Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]));
        var admin = new Credentials(client, new KeyId(uuid()), key, Set.of(Scope.ADMIN), sealed());
        return new Order(
                Operation.CREATE_LEDGER, new CreateLedger(ledger, Mode.SANDBOX, ZoneId.of("UTC"), sealed(), admin));
    }

    Order addMerchant() {
        return new Order(
                Operation.ADD_MERCHANT,
                new AddMerchant(ledger, merchant, MerchantKind.THIRD_PARTY, 1_000, sealed(), null));
    }

    List<Order> openWallets() {
        return wallets.stream()
                .map(wallet -> new Order(Operation.OPEN_WALLET, new OpenWallet(ledger, wallet, client, null, null)))
                .toList();
    }

    /** The top-ups share their wallets' ids, so that their success can be reported without looking anything up. */
    List<Order> requestTopUps() {
        return wallets.stream().map(this::requestTopUp).toList();
    }

    List<Order> reportTopUps() {
        return wallets.stream()
                .map(wallet -> new Order(
                        Operation.REPORT_TOP_UP,
                        new ReportTopUpSucceeded(
                                new TopUpId(wallet.value()),
                                wallet,
                                FULL,
                                new ProcessorReference("ch_" + wallet.text()))))
                .toList();
    }

    /** A sale of 2.50 to 12.49 EUR from a random wallet. */
    Order purchase() {
        var amount = Money.of(250 + random.nextInt(1_000), "EUR");
        var wallet = wallets.get(random.nextInt(wallets.size()));
        var purchase = new PurchaseId(uuid());
        return new Order(
                Operation.PURCHASE,
                new Purchase(ledger, purchase, wallet, merchant, client, amount, null, sealed(), null));
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Order requestTopUp(WalletId wallet) {
        var command = new RequestTopUp(
                ledger,
                new TopUpId(wallet.value()),
                wallet,
                FULL,
                PROCESSOR,
                Set.of(Mode.SANDBOX),
                new CardToken("tok_visa"),
                null,
                null,
                null);
        return new Order(Operation.REQUEST_TOP_UP, command);
    }

    private SealedText sealed() {
        var bytes = new byte[SEALED_BYTES];
        random.nextBytes(bytes);
        return new SealedText(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
