package io.microwallet.api.bookkeeping;

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
import io.microwallet.core.payout.PayoutCommand.Payable;
import io.microwallet.core.payout.PayoutCommand.RequestPayout;
import io.microwallet.core.payout.PayoutCommand.SettlePayout;
import io.microwallet.core.payout.PayoutId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.DeclineCode;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpFailed;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.EraseWallet;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.vault.DataKeys;
import io.microwallet.vault.SealedTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A ledger in which much happens, through the real door: the same from the same seed. */
public final class RandomBooks {
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");
    private static final ProcessorId PROCESSOR = new ProcessorId("simulator");
    private static final ClientId TILL = new ClientId(new UUID(7, 7));

    private final Random random;
    private final Decisions decisions;
    private final DataKeys dataKeys;
    private final SealedTexts texts;
    private final MovableClock clock;
    private final LedgerId ledger;
    private final List<WalletId> wallets = new ArrayList<>();
    private final List<MerchantId> merchants = new ArrayList<>();

    /** {@code clock} is the store's. */
    public RandomBooks(
            long seed, ZoneId zone, Decisions decisions, DataKeys dataKeys, SealedTexts texts, MovableClock clock) {
        random = new Random(seed);
        this.decisions = decisions;
        this.dataKeys = dataKeys;
        this.texts = texts;
        this.clock = clock;
        ledger = new LedgerId(id());
        dataKeys.create(ledger.value());
        var admin = new Credentials(
                new ClientId(id()),
                new KeyId(id()),
                new PublicKey(PublicKey.Algorithm.ED25519, "A".repeat(43)),
                Set.of(Scope.ADMIN),
                ours("admin"));
        submit(Operation.CREATE_LEDGER, new CreateLedger(ledger, Mode.SANDBOX, zone, ours("Pop-up\n; 1 EUR"), admin));
    }

    public LedgerId ledger() {
        return ledger;
    }

    public List<WalletId> wallets() {
        return wallets;
    }

    public MerchantId merchant(String name, MerchantKind kind) {
        var merchant = new MerchantId(id());
        var commission = kind == MerchantKind.OWN ? 0 : random.nextInt(2_000);
        submit(Operation.ADD_MERCHANT, new AddMerchant(ledger, merchant, kind, commission, ours(name), null));
        merchants.add(merchant);
        return merchant;
    }

    public WalletId wallet() {
        var wallet = new WalletId(id());
        dataKeys.create(wallet.value());
        submit(Operation.OPEN_WALLET, new OpenWallet(ledger, wallet, TILL, null, null));
        wallets.add(wallet);
        return wallet;
    }

    /** Between two steps up to {@code pause} passes, now and then nothing. */
    public void play(int steps, Duration pause) {
        for (var step = 0; step < steps; step++) {
            clock.advance(Duration.ofMillis(random.nextLong(pause.toMillis())));
            switch (random.nextInt(12)) {
                case 0 -> wallet();
                case 1, 2, 3, 4 -> topUp(someWallet(), someMoney(10_000), random.nextInt(4) > 0);
                case 5 -> submit(Operation.FREEZE_WALLET, new FreezeWallet(someWallet()));
                case 6, 7 -> submit(Operation.UNFREEZE_WALLET, new UnfreezeWallet(someWallet()));
                default -> purchase(someWallet(), someMoney(3_000));
            }
        }
    }

    public TopUpId topUp(WalletId wallet, Money amount, boolean succeeds) {
        return topUp(wallet, amount, succeeds, someReference(wallet));
    }

    private TopUpId topUp(WalletId wallet, Money amount, boolean succeeds, @Nullable SealedText reference) {
        var topUp = new TopUpId(id());
        submit(
                Operation.REQUEST_TOP_UP,
                new RequestTopUp(
                        ledger,
                        topUp,
                        wallet,
                        amount,
                        PROCESSOR,
                        Set.of(Mode.SANDBOX),
                        new CardToken("card_ok"),
                        null,
                        reference,
                        someEffective()));
        if (!succeeds) {
            submit(Operation.REPORT_TOP_UP, new ReportTopUpFailed(topUp, wallet, new DeclineCode("declined")));
        }
        // Now and then the money comes although it was called failed.
        if (succeeds || random.nextInt(4) == 0) {
            var processors = new ProcessorReference("sim_" + topUp.text());
            submit(Operation.REPORT_TOP_UP, new ReportTopUpSucceeded(topUp, wallet, amount, processors));
        }
        return topUp;
    }

    public Outcome purchase(WalletId wallet, Money amount) {
        return purchase(wallet, amount, this::someEffective);
    }

    public Outcome purchase(WalletId wallet, Money amount, Instant effective) {
        return purchase(wallet, amount, () -> effective);
    }

    private Outcome purchase(WalletId wallet, Money amount, Supplier<@Nullable Instant> effective) {
        var merchant = merchants.get(random.nextInt(merchants.size()));
        return submit(
                Operation.PURCHASE,
                new Purchase(
                        ledger,
                        new PurchaseId(id()),
                        wallet,
                        merchant,
                        TILL,
                        amount,
                        null,
                        someReference(wallet),
                        effective.get()));
    }

    /** All that a merchant is owed in one currency leaves our bank account. */
    public void payOut(MerchantId merchant, Money owed, long position) {
        var payout = new PayoutId(id());
        var payable = new Payable(owed, Money.zero(owed.currency()));
        submit(
                Operation.REQUEST_PAYOUT,
                new RequestPayout(ledger, payout, merchant, null, owed, List.of(payable), position, null));
        submit(Operation.SETTLE_PAYOUT, new SettlePayout(ledger, payout));
    }

    /** A closed wallet that brought money in and spent it all, under this reference. */
    public WalletId emptiedWallet(String reference) {
        var wallet = wallet();
        wallets.remove(wallet);
        topUp(wallet, Money.of(700, "EUR"), true, null);
        submit(
                Operation.PURCHASE,
                new Purchase(
                        ledger,
                        new PurchaseId(id()),
                        wallet,
                        merchants.getFirst(),
                        TILL,
                        Money.of(700, "EUR"),
                        null,
                        texts.seal(wallet.value(), reference),
                        null));
        submit(Operation.CLOSE_WALLET, new CloseWallet(wallet));
        return wallet;
    }

    public Outcome erase(WalletId wallet) {
        return submit(Operation.ERASE_WALLET, new EraseWallet(wallet));
    }

    private Outcome submit(Operation operation, Command command) {
        var call = new RequestId(TILL, new IdempotencyKey(id()));
        var deadline = clock.instant().plusSeconds(30);
        var request = new Request(call, new Fingerprint(1, 1), ledger, operation, 1, 1, deadline);
        var outcome = decisions.submit(request, command).join();
        return switch (outcome) {
            case Outcome.Decided _, Outcome.AlreadyKnown _ -> outcome;
            case Outcome.KeyReused _,
                    Outcome.Absent _,
                    Outcome.TooLarge _,
                    Outcome.Unavailable _,
                    Outcome.Unknown _,
                    Outcome.Failed _ -> throw new AssertionError(command + " ended as " + outcome);
        };
    }

    private WalletId someWallet() {
        return wallets.get(random.nextInt(wallets.size()));
    }

    private Money someMoney(int max) {
        return Money.of(1 + random.nextInt(max), CURRENCIES.get(random.nextInt(CURRENCIES.size())));
    }

    private @Nullable SealedText someReference(WalletId wallet) {
        return random.nextBoolean() ? texts.seal(wallet.value(), "-till:" + random.nextInt(1_000)) : null;
    }

    private @Nullable Instant someEffective() {
        return random.nextInt(5) == 0 ? clock.instant().minusSeconds(random.nextInt(100_000)) : null;
    }

    private SealedText ours(String text) {
        return texts.seal(ledger.value(), text);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
