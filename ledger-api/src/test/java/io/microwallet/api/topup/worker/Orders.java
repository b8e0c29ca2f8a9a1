package io.microwallet.api.topup.worker;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerCommand.ChangeLimits;
import io.microwallet.core.ledger.LedgerCommand.CreateLedger;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.LimitsChange;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletId;
import io.microwallet.simulator.SimulatedProcessor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What a till orders: one ledger, one wallet, many top-ups. */
public final class Orders {
    public static final Money PRICE = Money.of(12_50, "EUR");
    public static final LedgerId LEDGER = new LedgerId(new UUID(7, 1));
    public static final WalletId WALLET = new WalletId(new UUID(7, 2));
    private static final ClientId CLIENT = new ClientId(new UUID(7, 3));
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Decisions decisions;
    private final AtomicLong numbers = new AtomicLong();

    public Orders(Decisions decisions) {
        this.decisions = decisions;
    }

    public void open(Mode mode) {
        order(new CreateLedger(LEDGER, mode, ZoneOffset.UTC, new SealedText("c29tZQ"), admin()));
        order(new ChangeLimits(LEDGER, CLIENT, new LimitsChange(null, null, 1_000, 1, 1_000, 1)));
        order(new OpenWallet(LEDGER, WALLET, CLIENT, null, null));
    }

    public TopUpId request(String card) {
        var id = new TopUpId(new UUID(8, numbers.incrementAndGet()));
        request(id, card, PRICE, Set.of(Mode.SANDBOX));
        return id;
    }

    public Outcome request(TopUpId id, String card, Money amount, Set<Mode> served) {
        return order(new RequestTopUp(
                LEDGER, id, WALLET, amount, SimulatedProcessor.ID, served, new CardToken(card), null, null, null));
    }

    private Outcome order(Command command) {
        var number = numbers.incrementAndGet();
        var request = new Request(
                new RequestId(CLIENT, new IdempotencyKey(new UUID(9, number))),
                new Fingerprint(9, number),
                LEDGER,
                Operation.REQUEST_TOP_UP,
                1,
                1,
                Instant.now().plus(DEADLINE));
        return decisions.submit(request, command).join();
    }

    private static Credentials admin() {
        var key = new PublicKey(PublicKey.Algorithm.ED25519, "A".repeat(43));
        return new Credentials(
                new ClientId(new UUID(7, 4)),
                new KeyId(new UUID(7, 5)),
                key,
                Set.of(Scope.ADMIN),
                new SealedText("YQ"));
    }
}
