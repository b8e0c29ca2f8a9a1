package io.microwallet.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RawCall;
import io.microwallet.api.running.RunningService;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What never gets as far as our own code is a problem with a code all the same. */
class ContainerProblemsTest {
    private static final Map<String, List<String>> HOST =
            Map.of("host", List.of(RunningService.shared().url().getAuthority()));

    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of(call("GET", "/v1/wallets|x", HOST), 400, "MALFORMED_REQUEST"),
                Arguments.of(call("GET", "/v1%2fwallets", HOST), 400, "MALFORMED_REQUEST"),
                Arguments.of(call("GET", "/v1/wallets", Map.of()), 400, "MALFORMED_REQUEST"),
                Arguments.of(call("GET", "/v1/wallets", Map.of("host", List.of("a", "b"))), 400, "MALFORMED_REQUEST"),
                Arguments.of(call("GET", "/v1/" + "x".repeat(20_000), HOST), 400, "MALFORMED_REQUEST"),
                Arguments.of(call("TRACE", "/v1/wallets", HOST), 405, "METHOD_NOT_ALLOWED"));
    }

    private static RawCall call(String method, String target, Map<String, List<String>> headers) {
        return new RawCall(method, target, headers, new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void what_the_web_server_refuses_is_a_problem_with_a_code(RawCall call, int status, String code) {
        var answer = call.send(RunningService.shared().url());
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("content-type")).hasValue("application/problem+json");
        assertThat(answer.at("code")).isEqualTo(code);
        assertThat(answer.toString()).doesNotContainIgnoringCase("tomcat");
    }
}
