package io.microwallet.api.bench.market;

import io.microwallet.api.bench.load.Order;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.Scope;
import io.microwallet.core.credit.CreditCommand.GrantCredit;
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
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import io.microwallet.core.wallet.WalletId;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A ledger with a merchant and wallets, and the purchases made there: what a till would send, sealed reference and all. */
public final class Market {
    private static final Money FULL = Money.of(1_000_000_000_000L, "EUR");
    private static final ProcessorId PROCESSOR = new ProcessorId("simulator");
    private static final int NAME_BYTES = 44;

    private final LedgerId ledger = new LedgerId(uuid());
    private final ClientId client = new ClientId(uuid());
    private final MerchantId merchant = new MerchantId(uuid());
    private final List<WalletId> wallets;
    private final References references;

    public Market(int wallets, References references) {
        this.references = references;
        this.wallets = new DerivedWallets(wallets);
    }

    public LedgerId ledger() {
        return ledger;
    }

    public MerchantId merchant() {
        return merchant;
    }

    public ClientId client() {
        return client;
    }

    public List<WalletId> wallets() {
        return wallets;
    }

    public WalletId anyWallet() {
        return wallets.get(ThreadLocalRandom.current().nextInt(wallets.size()));
    }

    public Order createLedger() {
        var key = new PublicKey(
                PublicKey.Algorithm.ED25519,
                Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]));
        var admin = new Credentials(client, new KeyId(uuid()), key, Set.of(Scope.ADMIN), name());
        return order(Operation.CREATE_LEDGER, new CreateLedger(ledger, Mode.SANDBOX, ZoneId.of("UTC"), name(), admin));
    }

    public Order addMerchant() {
        return order(
                Operation.ADD_MERCHANT,
                new AddMerchant(ledger, merchant, MerchantKind.THIRD_PARTY, 1_000, name(), null));
    }

    public Order openWallet(WalletId wallet) {
        return order(Operation.OPEN_WALLET, new OpenWallet(ledger, wallet, client, null, null));
    }

    /** The shortest event with a tag and a key. */
    public Order freeze(WalletId wallet) {
        return order(Operation.FREEZE_WALLET, new FreezeWallet(wallet));
    }

    public Order unfreeze(WalletId wallet) {
        return order(Operation.UNFREEZE_WALLET, new UnfreezeWallet(wallet));
    }

    /** The first top-up of a wallet shares its id, so that its success can be reported without looking anything up. */
    public Order requestTopUp(WalletId wallet) {
        return requestTopUp(wallet, new TopUpId(wallet.value()), FULL, () -> {});
    }

    Order requestTopUp(WalletId wallet, TopUpId topUp, Money amount, Runnable then) {
        var command = new RequestTopUp(
                ledger,
                topUp,
                wallet,
                amount,
                PROCESSOR,
                Set.of(Mode.SANDBOX),
                new CardToken("tok_visa"),
                null,
                null,
                null);
        return order(Operation.REQUEST_TOP_UP, command, then);
    }

    public Order reportTopUp(WalletId wallet) {
        return reportTopUp(wallet, new TopUpId(wallet.value()), FULL);
    }

    Order reportTopUp(WalletId wallet, TopUpId topUp, Money amount) {
        return order(
                Operation.REPORT_TOP_UP,
                new ReportTopUpSucceeded(topUp, wallet, amount, new ProcessorReference("ch_" + topUp.text())));
    }

    /** In one decision, where a top-up takes two. */
    public Order grant(WalletId wallet) {
        var funder = new Funder(Funder.Kind.LEDGER, null);
        return order(
                Operation.GRANT_CREDIT,
                new GrantCredit(ledger, new LotId(uuid()), wallet, client, FULL, funder, null, null));
    }

    /** A sale from a random wallet. */
    public Order purchase() {
        return purchase(anyWallet());
    }

    public Order purchase(WalletId wallet) {
        return purchase(wallet, new PurchaseId(uuid()), () -> {});
    }

    /** A sale of 2.50 to 12.49 EUR. */
    Order purchase(WalletId wallet, PurchaseId purchase, Runnable then) {
        var amount = Money.of(250 + ThreadLocalRandom.current().nextInt(1_000), "EUR");
        var command =
                new Purchase(ledger, purchase, wallet, merchant, client, amount, null, references.of(wallet), null);
        return order(Operation.PURCHASE, command, then);
    }

    @Nullable
    SealedText reference(WalletId wallet) {
        return references.of(wallet);
    }

    Order order(Operation operation, Command command) {
        return new Order(ledger, client, operation, command);
    }

    Order order(Operation operation, Command command, Runnable then) {
        return new Order(ledger, client, operation, command, then);
    }

    static UUID uuid() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Names are told to nobody here: they only have to look sealed. */
    static SealedText name() {
        var bytes = new byte[NAME_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return new SealedText(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
