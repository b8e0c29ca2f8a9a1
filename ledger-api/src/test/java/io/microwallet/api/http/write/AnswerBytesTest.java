package io.microwallet.api.http.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Refusals;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.request.RequestHeader;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.request.RequestRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Refusals in version 1, byte for byte, as they were when the version was written. */
class AnswerBytesTest {
    @Test
    void every_refusal_of_version_1_keeps_its_bytes() {
        var answers = new TreeMap<String, String>();
        Refusals.all().forEach(refusal -> answers.put(refusal.name(), refused(refusal.name())));
        var rendered = answers.values().stream().collect(Collectors.joining("\n", "", "\n"));
        assertThat(rendered).isEqualTo(golden());
    }

    private static String refused(String code) {
        var request = new RequestHeader(
                new RequestId(new ClientId(new UUID(1, 2)), new IdempotencyKey(new UUID(3, 4))),
                new Fingerprint(5, 6),
                Operation.PURCHASE,
                1,
                1,
                1);
        var event = new RecordedEvent(
                7, Instant.EPOCH, LedgerId.DEPLOYMENT, Optional.of(request), new RequestRefused(new RefusalCode(code)));
        var answer = Writes.render(new Outcome.Decided(request, List.of(event), false), _ -> {
            throw new AssertionError("a refusal is no answer of its operation");
        });
        return answer.status() + " " + answer.mediaType() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String golden() {
        try (var in = AnswerBytesTest.class.getResourceAsStream("/golden/refusals-1.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
