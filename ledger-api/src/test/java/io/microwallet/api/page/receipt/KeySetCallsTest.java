package io.microwallet.api.page.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class KeySetCallsTest {
    private Instant now = Instant.parse("2026-11-23T18:00:00Z");
    private final KeySetCalls calls = new KeySetCalls(new ReceiptKey(new byte[32]), () -> now);

    @Test
    void an_address_that_asks_without_end_is_told_to_wait_and_no_other() {
        for (var asked = 0; asked < KeySetCalls.CALLS_OF_ONE_ADDRESS_MAX; asked++) {
            assertThat(ask("192.0.2.1").getStatusCode().value()).isEqualTo(200);
        }

        var refused = ask("192.0.2.1");
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(refused.getHeaders().getFirst("Retry-After")).isEqualTo("61");
        assertThat(ask("192.0.2.2").getStatusCode().value()).isEqualTo(200);

        now = now.plusSeconds(61);
        assertThat(ask("192.0.2.1").getStatusCode().value()).isEqualTo(200);
    }

    private ResponseEntity<byte[]> ask(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return calls.keys(request);
    }
}
