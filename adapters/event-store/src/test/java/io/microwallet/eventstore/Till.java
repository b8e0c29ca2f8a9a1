package io.microwallet.eventstore;

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
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A checkout client of one ledger, as tests drive it: real commands through the port. */
public final class Till {
    public static final int TIMEOUT_SECONDS = 20;
    private static final SealedText TEXT = new SealedText("c2VhbGVk");

    public final Decisions decisions;
    public final LedgerId ledger;
    public final ClientId client;
    public final KeyId key;
    public final MerchantId merchant;

    private Till(Decisions decisions, LedgerId ledger, ClientId client, KeyId key, MerchantId merchant) {
        this.decisions = decisions;
        this.ledger = ledger;
        this.client = client;
        this.key = key;
        this.merchant = merchant;
    }

    /** Creates a ledger with one third-party merchant, and its first client. */
    public static Till open(Decisions decisions) {
        var till = unopened(decisions);
        till.accepted(Operation.CREATE_LEDGER, till.createLedger());
        till.accepted(Operation.ADD_MERCHANT, till.addMerchant());
        return till;
    }

    /** Of a ledger that is not created yet. */
    static Till unopened(Decisions decisions) {
        return new Till(
                decisions,
                new LedgerId(UUID.randomUUID()),
                new ClientId(UUID.randomUUID()),
                new KeyId(UUID.randomUUID()),
                new MerchantId(UUID.randomUUID()));
    }

    CreateLedger createLedger() {
        var publicKey = new PublicKey(PublicKey.Algorithm.ED25519, "A".repeat(43));
        var admin = new Credentials(client, key, publicKey, Set.of(Scope.ADMIN), TEXT);
        return new CreateLedger(ledger, Mode.SANDBOX, ZoneId.of("Europe/Berlin"), TEXT, admin);
    }

    AddMerchant addMerchant() {
        return new AddMerchant(ledger, merchant, MerchantKind.THIRD_PARTY, 250, TEXT, null);
    }

    /** The same till at another opening of the store. */
    public Till at(Decisions reopened) {
        return new Till(reopened, ledger, client, key, merchant);
    }

    public static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    /** Opens a wallet with so much in it. */
    public WalletId wallet(Money money) {
        var wallet = new WalletId(UUID.randomUUID());
        accepted(Operation.OPEN_WALLET, new OpenWallet(ledger, wallet, client, null, null));
        topUp(wallet, money);
        return wallet;
    }

    public void topUp(WalletId wallet, Money money) {
        var topUp = new TopUpId(UUID.randomUUID());
        accepted(
                Operation.REQUEST_TOP_UP,
                new RequestTopUp(
                        ledger,
                        topUp,
                        wallet,
                        money,
                        new ProcessorId("simulator"),
                        Set.of(Mode.SANDBOX),
                        new CardToken("tok_ok"),
                        null,
                        null,
                        null));
        accepted(
                Operation.REPORT_TOP_UP,
                new ReportTopUpSucceeded(topUp, wallet, money, new ProcessorReference("ch_1")));
    }

    public Purchase purchase(WalletId wallet, Money amount) {
        return new Purchase(
                ledger, new PurchaseId(UUID.randomUUID()), wallet, merchant, client, amount, null, null, null);
    }

    public static IdempotencyKey newKey() {
        return new IdempotencyKey(UUID.randomUUID());
    }

    public Request request(IdempotencyKey key, long fingerprint, Operation operation, Duration within) {
        return new Request(
                new RequestId(client, key),
                new Fingerprint(fingerprint, fingerprint),
                ledger,
                operation,
                1,
                1,
                Instant.now().plus(within));
    }

    public Request request(IdempotencyKey key, Operation operation) {
        return request(key, 7, operation, Duration.ofSeconds(10));
    }

    public CompletableFuture<Outcome> send(Operation operation, Command command) {
        return decisions.submit(request(newKey(), operation), command);
    }

    public Outcome.Decided accepted(Operation operation, Command command) {
        return decided(send(operation, command));
    }

    public static Outcome.Decided decided(CompletableFuture<Outcome> future) {
        var outcome = outcome(future);
        if (outcome instanceof Outcome.Decided decided) {
            return decided;
        }
        throw new AssertionError("not decided: " + outcome);
    }

    public static Outcome outcome(CompletableFuture<Outcome> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no outcome", e);
        }
    }

    /** Asks again until there is a decision: what a client does on 503 and 504. */
    public static Outcome.Decided untilDecided(java.util.function.Supplier<CompletableFuture<Outcome>> call) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        while (System.nanoTime() < until) {
            switch (outcome(call.get())) {
                case Outcome.Decided decided -> {
                    return decided;
                }
                case Outcome.Unavailable _, Outcome.Unknown _ ->
                    java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
                case Outcome.Failed o -> throw new AssertionError(o);
                case Outcome.KeyReused o -> throw new AssertionError(o);
                case Outcome.Absent o -> throw new AssertionError(o);
                case Outcome.AlreadyKnown o -> throw new AssertionError(o);
                case Outcome.TooLarge o -> throw new AssertionError(o);
            }
        }
        throw new AssertionError("never decided");
    }
}
