package io.microwallet.api.http.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.http.json.JsonNames;
import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestClient;
import io.microwallet.core.client.Scope;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything is denied unless granted: each route with each scope. */
class ScopesTest {
    private static final Map<Scope, TestClient> CLIENTS = new EnumMap<>(Scope.class);

    @BeforeAll
    static void start() {
        var service = RunningService.shared();
        var ledger = service.sandbox();
        CLIENTS.put(Scope.OPERATOR, service.operator());
        CLIENTS.put(Scope.ADMIN, ledger.admin());
        CLIENTS.put(Scope.CHECKOUT, ledger.till("Entrance"));
        CLIENTS.put(Scope.FINANCE, ledger.client("Books", "finance"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/ledgers, operator",
        "GET, /v1/ledgers, operator",
        "POST, /v1/clients, admin",
        "GET, /v1/clients, admin",
        "GET, /v1/clients/x, admin",
        "POST, /v1/clients/x/revoke, admin",
        "POST, /v1/clients/x/keys, admin",
        "POST, /v1/clients/x/keys/y/revoke, admin",
        "POST, /v1/merchants, admin",
        "GET, /v1/merchants, checkout finance admin",
        "GET, /v1/merchants/x, checkout finance admin",
        "POST, /v1/wallets, checkout",
        "GET, /v1/wallets, checkout finance admin",
        "GET, /v1/wallets/x, checkout finance admin",
        "GET, /v1/wallets/x/statement, checkout finance admin",
        "POST, /v1/wallets/x/freeze, checkout admin",
        "POST, /v1/wallets/x/unfreeze, checkout admin",
        "POST, /v1/wallets/x/close, checkout admin",
        "POST, /v1/wallets/x/erase, admin",
        "POST, /v1/wallets/resolve, checkout",
        "POST, /v1/batches, checkout finance admin",
        "POST, /v1/holds/capture, checkout",
        "POST, /v1/top-ups, checkout",
        "GET, /v1/top-ups, checkout finance admin",
        "GET, /v1/top-ups/x, checkout finance admin",
        "POST, /v1/purchases, checkout",
        "GET, /v1/purchases, checkout finance admin",
        "GET, /v1/purchases/x, checkout finance admin",
        "POST, /v1/balance-links, checkout",
        "POST, /v1/balance-links/x/revoke, checkout admin",
        "GET, /v1/trial-balance, finance admin",
        "GET, /v1/exports/journal, finance",
        "POST, /v1/pop-ups, admin",
        "GET, /v1/pop-ups, checkout finance admin",
        "GET, /v1/pop-ups/x, checkout finance admin",
        "POST, /v1/pop-ups/x/reschedule, admin",
        "POST, /v1/pop-ups/x/open, admin",
        "POST, /v1/pop-ups/x/close, admin",
        "POST, /v1/pop-ups/x/return-unspent, finance admin",
        "GET, /v1/jobs, finance admin",
        "GET, /v1/jobs/x, finance admin",
        "POST, /v1/drops, admin",
        "GET, /v1/drops, checkout finance admin",
        "GET, /v1/drops/x, checkout finance admin",
        "POST, /v1/drops/x/reschedule, admin",
        "POST, /v1/drops/x/open, admin",
        "POST, /v1/drops/x/close, admin",
        "POST, /v1/holds, checkout",
        "GET, /v1/holds, checkout finance admin",
        "GET, /v1/holds/x, checkout finance admin",
        "POST, /v1/holds/x/capture, checkout",
        "POST, /v1/holds/x/void, checkout",
        "GET, /v1/limits, finance admin",
        "PATCH, /v1/limits, admin",
        "POST, /v1/sandbox/clock, admin",
        "POST, /v1/refunds, checkout finance",
        "GET, /v1/refunds, checkout finance admin",
        "GET, /v1/refunds/x, checkout finance admin",
        "POST, /v1/wallets/x/return-unspent, checkout finance",
        "POST, /v1/wallets/x/receivable/collect, finance",
        "POST, /v1/wallets/x/receivable/write-off, finance",
        "POST, /v1/chargebacks, finance",
        "POST, /v1/chargebacks/x/won, finance",
        "GET, /v1/chargebacks, finance admin",
        "GET, /v1/chargebacks/x, finance admin",
        "GET, /v1/exceptions, finance admin",
        "POST, /v1/membership-plans, admin",
        "GET, /v1/membership-plans, checkout finance admin",
        "GET, /v1/membership-plans/x, checkout finance admin",
        "POST, /v1/membership-plans/x/retire, admin",
        "POST, /v1/memberships, checkout",
        "GET, /v1/memberships, checkout finance admin",
        "GET, /v1/memberships/x, checkout finance admin",
        "POST, /v1/memberships/x/renew, checkout",
        "POST, /v1/memberships/x/cancel, checkout",
        "POST, /v1/credits, checkout finance admin",
        "GET, /v1/credits, checkout finance admin",
        "GET, /v1/credits/x, checkout finance admin",
        "POST, /v1/payouts, finance",
        "GET, /v1/payouts, finance admin",
        "GET, /v1/payouts/x, finance admin",
        "POST, /v1/payouts/x/settle, finance",
        "POST, /v1/payouts/x/fail, finance",
        "POST, /v1/processor-payouts, finance",
        "GET, /v1/processor-payouts, finance admin",
        "GET, /v1/processor-payouts/x, finance admin",
        "GET, /v1/merchants/x/payable, finance admin",
    })
    void a_route_lets_in_its_own_scopes_and_no_other(String method, String path, String scopes) {
        Stream.of(Scope.values()).forEach(scope -> {
            var client = CLIENTS.get(scope);
            var allowed = scopes.contains(JsonNames.of(scope));
            var answer = client.send(client.request(method, path, headers(method, path), body(path, method)));
            // Whoever is let in is told what is wrong with the call: nothing here is right.
            assertThat(answer.status() == 403).as(scope + ": " + answer).isEqualTo(!allowed);
            assertThat(answer.status())
                    .as(scope + ": " + answer)
                    .isNotEqualTo(401)
                    .isLessThan(500);
        });
    }

    private static Map<String, String> headers(String method, String path) {
        var headers = new TreeMap<String, String>();
        if (!method.equals("GET")) {
            headers.put("idempotency-key", UUID.randomUUID().toString());
            if (!body(path, method).isEmpty()) {
                headers.put("content-type", "application/json");
            }
        }
        return headers;
    }

    private static String body(String path, String method) {
        var hasNone = method.equals("GET")
                || path.endsWith("revoke")
                || path.contains("/x/") && !path.endsWith("/keys") && !path.endsWith("/reschedule");
        return hasNone ? "" : "{\"reference\":\"not good\"}";
    }
}
