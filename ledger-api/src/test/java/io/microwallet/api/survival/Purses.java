package io.microwallet.api.survival;

import io.microwallet.api.server.RunningServer;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Command;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
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
import io.microwallet.vault.WalletTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Fills many wallets at once, past the door: what is tested begins behind it. */
final class Purses {
    private static final int AT_ONCE = 2_000;
    private static final int TOKEN_VERSION = 1;

    private final Decisions decisions;
    private final LedgerId ledger;
    private final ClientId till;

    private Purses(Decisions decisions, LedgerId ledger, ClientId till) {
        this.decisions = decisions;
        this.ledger = ledger;
        this.till = till;
    }

    /** As many wallets with so much in each; the till's tokens for them. */
    static List<String> filled(RunningServer server, String ledger, String till, int count, Money each) {
        var client = ClientId.parse(till);
        var purses = new Purses(server.part(Decisions.class), LedgerId.parse(ledger), client);
        var wallets = new ArrayList<WalletId>();
        for (var i = 0; i < count; i++) {
            wallets.add(new WalletId(UUID.randomUUID()));
        }
        purses.fill(wallets, each);
        var tokens = server.part(WalletTokens.class);
        tokens.issue(client, TOKEN_VERSION, wallets);
        return wallets.stream()
                .map(wallet -> tokens.of(client, TOKEN_VERSION, wallet).text())
                .toList();
    }

    private void fill(List<WalletId> wallets, Money each) {
        var topUps = wallets.stream().map(wallet -> new TopUpId(wallet.value())).toList();
        forEach(wallets, Operation.OPEN_WALLET, wallet -> new OpenWallet(ledger, wallet, till, null, null));
        forEach(topUps, Operation.REQUEST_TOP_UP, topUp -> request(topUp, each));
        forEach(
                topUps,
                Operation.REPORT_TOP_UP,
                topUp -> new ReportTopUpSucceeded(
                        topUp, new WalletId(topUp.value()), each, new ProcessorReference("ch_1")));
    }

    private RequestTopUp request(TopUpId topUp, Money each) {
        return new RequestTopUp(
                ledger,
                topUp,
                new WalletId(topUp.value()),
                each,
                // No worker asks a processor that nobody has: the report is ours.
                new ProcessorId("simulator"),
                Set.of(Mode.SANDBOX),
                new CardToken("tok_visa"),
                null,
                null,
                null);
    }

    private <T> void forEach(List<T> things, Operation operation, Function<T, Command> command) {
        for (var from = 0; from < things.size(); from += AT_ONCE) {
            var some = things.subList(from, Math.min(things.size(), from + AT_ONCE));
            some.stream()
                    .map(thing -> submit(operation, command.apply(thing)))
                    .toList()
                    .forEach(Purses::decided);
        }
    }

    private CompletableFuture<Outcome> submit(Operation operation, Command command) {
        var id = new RequestId(till, new IdempotencyKey(UUID.randomUUID()));
        var deadline = Instant.now().plusSeconds(60);
        var request = new Request(id, new Fingerprint(1, 1), ledger, operation, 1, TOKEN_VERSION, deadline);
        return decisions.submit(request, command);
    }

    private static void decided(CompletableFuture<Outcome> outcome) {
        switch (outcome.join()) {
            case Outcome.Decided _, Outcome.AlreadyKnown _ -> {}
            case Outcome other -> throw new AssertionError("a purse was not filled: " + other);
        }
    }
}
