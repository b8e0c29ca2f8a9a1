package io.microwallet.simulator;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
import io.microwallet.core.refund.RefundPartId;
import io.microwallet.core.topup.CardProcessor;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.ChargeStatus;
import io.microwallet.core.topup.ProcessorNotice;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.RefundStatus;
import io.microwallet.core.topup.TopUpId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The simulated processor as the ledger calls it: for sandbox ledgers only, each call bounded and safe to repeat. */
public final class SimulatedProcessor implements CardProcessor, AutoCloseable {
    public static final ProcessorId ID = new ProcessorId("simulator");

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedProcessor.class);
    private static final String SIGNATURE = NotificationSignature.HEADER.toLowerCase(Locale.ROOT);

    private final URI charges;
    private final NotificationSignature signature;
    private final InstantSource clock;
    private final HttpClient http;
    private final URI refunds;
    private final GuardedCalls charging;
    private final GuardedCalls refunding;
    private final GuardedCalls lookingUp;

    /** @param address where the processor listens, without a path */
    public SimulatedProcessor(
            URI address, NotificationSignature signature, ProcessorLimits limits, InstantSource clock) {
        this.charges = address.resolve("/charges");
        this.refunds = address.resolve("/refunds");
        this.signature = signature;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.timeout())
                .build();
        this.charging = new GuardedCalls("simulator-charge", http, limits);
        this.refunding = new GuardedCalls("simulator-refund", http, limits);
        this.lookingUp = new GuardedCalls("simulator-look-up", http, limits);
    }

    @Override
    public ProcessorId id() {
        return ID;
    }

    @Override
    public boolean accepts(Mode mode) {
        return switch (mode) {
            case SANDBOX -> true;
            case LIVE -> false;
        };
    }

    @Override
    public ChargeStatus charge(TopUpId key, Money amount, CardToken card) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("amount", amount.amount())
                .put("currency", amount.currency().code())
                .put("card", card.value());
        var request = HttpRequest.newBuilder(charges)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.text())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return ask(charging, request, key);
    }

    @Override
    public ChargeStatus lookUp(TopUpId key) {
        var request = HttpRequest.newBuilder(URI.create(charges + "/" + key.text()))
                .GET()
                .build();
        return ask(lookingUp, request, key);
    }

    @Override
    public RefundStatus refund(RefundPartId key, ProcessorReference charge, Money amount) {
        var body = JsonMapper.shared()
                .createObjectNode()
                .put("charge", charge.value())
                .put("amount", amount.amount())
                .put("currency", amount.currency().code());
        var request = HttpRequest.newBuilder(refunds)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.text())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return ask(refunding, request, key);
    }

    @Override
    public RefundStatus lookUp(RefundPartId key) {
        var request = HttpRequest.newBuilder(URI.create(refunds + "/" + key.text()))
                .GET()
                .build();
        return ask(lookingUp, request, key);
    }

    @Override
    public Optional<ProcessorNotice> notice(Map<String, String> headers, byte[] body) {
        if (!signature.matches(headers.getOrDefault(SIGNATURE, ""), body, clock.instant())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Notices.read(body));
        } catch (NoAnswerException e) {
            LOG.warn("The processor signed a notification that makes no sense: {}", e.why());
            return Optional.empty();
        }
    }

    /** The state of the breaker before charges, for metrics and tests. */
    public CircuitBreaker.State chargeBreaker() {
        return charging.breaker();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static ChargeStatus ask(GuardedCalls calls, HttpRequest request, TopUpId key) {
        try {
            var answer = calls.send(request);
            return switch (answer.statusCode()) {
                case 200, 202, 402 -> ChargeAnswer.read(key, answer.body());
                case 404 -> notFound(answer.body());
                default -> new ChargeStatus.Unknown("the processor answered " + answer.statusCode());
            };
        } catch (NoAnswerException e) {
            return new ChargeStatus.Unknown(e.why());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ChargeStatus.Unknown("interrupted");
        }
    }

    private static RefundStatus ask(GuardedCalls calls, HttpRequest request, RefundPartId key) {
        try {
            var answer = calls.send(request);
            return switch (answer.statusCode()) {
                case 200, 202, 402 -> RefundAnswer.read(key, answer.body());
                case 404 -> noRefund(answer.body());
                default -> new RefundStatus.Unknown("the processor answered " + answer.statusCode());
            };
        } catch (NoAnswerException e) {
            return new RefundStatus.Unknown(e.why());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RefundStatus.Unknown("interrupted");
        }
    }

    private static RefundStatus noRefund(byte[] body) throws NoAnswerException {
        var error = ChargeAnswer.error(body);
        return error.equals("no_such_refund") ? new RefundStatus.NotFound() : new RefundStatus.Unknown(error);
    }

    private static ChargeStatus notFound(byte[] body) throws NoAnswerException {
        var error = ChargeAnswer.error(body);
        return error.equals("no_such_charge") ? new ChargeStatus.NotFound() : new ChargeStatus.Unknown(error);
    }
}
