package io.microwallet.api.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.page.code.MemberCodes;
import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.api.running.TestLedger;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Rules;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.vault.WalletToken;
import io.microwallet.vault.WalletTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RacesTest {
    private static final int CLIENTS = 64;
    private static final int ATTEMPTS_EACH = 3;
    private static final long BROKEN_AMOUNT = 6_66;

    @Test
    void sixty_four_clients_spend_a_wallet_to_exactly_nothing() throws Exception {
        try (var service = RunningService.start()) {
            var ledger = service.sandbox();
            var first = ledger.till("Entrance");
            var merchant = ledger.merchant("Candle and Clay", "third-party", 800);
            var wallet = ledger.wallet(first, 100_00);
            var calls = new ArrayList<Callable<TestAnswer>>();
            for (var number = 0; number < CLIENTS; number++) {
                var till = ledger.till("Stall " + number);
                var token = shown(service, ledger, first, wallet, till);
                IntStream.range(0, ATTEMPTS_EACH)
                        .forEach(_ -> calls.add(() -> served(Order.purchase(
                                till, token, merchant, 1_00, UUID.randomUUID().toString()))));
            }
            var answers = atOnce(calls);
            assertThat(answers.stream().filter(answer -> answer.status() == 201))
                    .hasSize(100);
            assertThat(answers.stream().filter(answer -> answer.status() != 201))
                    .hasSize(CLIENTS * ATTEMPTS_EACH - 100)
                    .allMatch(answer ->
                            answer.status() == 422 && answer.at("code").equals("INSUFFICIENT_FUNDS"));
            assertThat(new Crowd.Wallet(first, wallet).available()).isZero();
            SoundStore.check(service.database());
        }
    }

    @Test
    void an_error_planted_in_one_decision_under_load_answers_500_to_that_call_alone() throws Exception {
        try (var service = RunningService.startTuned(usual -> usual.withRules((states, command, at) -> {
            if (command instanceof Purchase purchase && purchase.amount().equals(Money.of(BROKEN_AMOUNT, "EUR"))) {
                throw new StackOverflowError("planted");
            }
            return Rules.decide(states, command, at);
        }))) {
            var ledger = service.sandbox();
            var till = ledger.till("Entrance");
            var merchant = ledger.merchant("Candle and Clay", "third-party", 800);
            var wallet = ledger.wallet(till, 500_00);
            var calls = new ArrayList<Callable<TestAnswer>>();
            for (var number = 0; number < 200; number++) {
                var amount = number % 40 == 20 ? BROKEN_AMOUNT : 1_00;
                var order = Order.purchase(
                        till, wallet, merchant, amount, UUID.randomUUID().toString());
                calls.add(() -> served(order));
            }
            var answers = atOnce(calls);
            assertThat(answers.stream().filter(answer -> answer.status() == 500))
                    .hasSize(5)
                    .allMatch(answer -> answer.at("code").equals("INTERNAL_ERROR"));
            assertThat(answers.stream().filter(answer -> answer.status() == 201))
                    .hasSize(195);
            assertThat(new Crowd.Wallet(till, wallet).available()).isEqualTo(500_00 - 195_00);
            SoundStore.check(service.database());
        }
    }

    /** The member shows a code at another till, which gets a token of its own for the same wallet. */
    private static String shown(
            RunningService service, TestLedger ledger, TestClient owner, String wallet, TestClient till) {
        var found = (WalletTokens.Found)
                service.part(WalletTokens.class).resolve(ClientId.parse(owner.id()), WalletToken.parse(wallet));
        var code = service.part(MemberCodes.class)
                .issue(LedgerId.parse(ledger.id()), found.wallet(), new LinkId(UUID.randomUUID()));
        return till.post("/v1/wallets/resolve", "{\"code\":\"" + code.text() + "\"}")
                .expect(200)
                .at("id");
    }

    /** On a machine that starves the writer for a second a call is told 503: as a till does, it is asked again with the same key. */
    private static TestAnswer served(Order order) {
        var answer = new TestAnswer[1];
        Until.holds("an answer for " + order.key(), () -> {
            answer[0] = order.send();
            return answer[0].status() != 503;
        });
        return answer[0];
    }

    private static List<TestAnswer> atOnce(List<Callable<TestAnswer>> calls) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
        }
    }
}
