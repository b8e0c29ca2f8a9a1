package io.microwallet.api.topup.webhook;

import static io.microwallet.api.topup.worker.TopUpDesk.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.topup.webhook.ProcessorNotices.Receipt;
import io.microwallet.api.topup.worker.Settling;
import io.microwallet.api.topup.worker.TopUpDesk;
import io.microwallet.api.topup.worker.UnreliableLedger;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.money.Money;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent;
import io.microwallet.core.topup.TopUpEvent.TopUpFailed;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.simulator.SimulatedProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the processor tells unasked, in every order, against the rules and the real look-up. */
class ProcessorNoticesTest {
    @TempDir
    Path directory;

    private TopUpDesk desk;

    @BeforeEach
    void open() throws IOException {
        desk = new TopUpDesk(directory, Mode.SANDBOX);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @Test
    void a_notice_before_the_answer_books_the_success_and_the_answer_adds_nothing() {
        var id = desk.request("tok_visa");
        desk.processor.charge(id, PRICE, new CardToken("tok_visa"));

        assertThat(hear(succeeded(id, PRICE))).isEqualTo(Receipt.TAKEN);
        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class);

        assertThat(desk.settling().step(id, Settling.Question.CHARGE)).isEqualTo(new Settling.Next.Nothing());
        assertThat(hear(succeeded(id, PRICE))).isEqualTo(Receipt.TAKEN);
        assertThat(desk.ledger.events(TopUpSucceeded.class)).hasSize(1);
        assertThat(desk.available()).isEqualTo(PRICE);
    }

    @Test
    void a_success_that_is_told_again_after_its_report_went_unanswered_is_one_success() {
        var id = desk.request("tok_visa");
        desk.ledger.reports = UnreliableLedger.Reports.UNANSWERED;
        desk.processor.charge(id, PRICE, new CardToken("tok_visa"));

        hear(succeeded(id, PRICE));
        desk.ledger.reports = UnreliableLedger.Reports.DECIDED;
        hear(succeeded(id, PRICE));

        assertThat(desk.ledger.events(TopUpSucceeded.class)).hasSize(1);
    }

    @Test
    void a_success_told_after_a_failure_is_booked_because_the_money_came() {
        var id = desk.request("tok_declined_lost_card");
        desk.settling().step(id, Settling.Question.CHARGE);
        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Failed.class);

        assertThat(hear(succeeded(id, PRICE))).isEqualTo(Receipt.TAKEN);

        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class);
        assertThat(desk.available()).isEqualTo(PRICE);
    }

    @Test
    void a_failure_told_after_a_success_changes_nothing() {
        var id = desk.request("tok_visa");
        desk.settling().step(id, Settling.Question.CHARGE);

        assertThat(hear(declined(id))).isEqualTo(Receipt.TAKEN);

        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class);
        assertThat(desk.ledger.events(TopUpFailed.class)).isEmpty();
    }

    @Test
    void another_amount_than_ours_is_booked_only_as_the_look_up_confirms_it() {
        var id = desk.request("tok_visa");
        desk.processor.charge(id, PRICE, new CardToken("tok_visa"));

        assertThat(hear(succeeded(id, Money.of(1_000_000, "EUR")))).isEqualTo(Receipt.TAKEN);

        assertThat(desk.available()).isEqualTo(PRICE);
    }

    @Test
    void another_currency_that_the_look_up_confirms_is_what_the_processor_took() {
        var id = new TopUpId(new UUID(8, 1_000));
        var dollars = Money.of(12_50, "USD");
        desk.processor.charge(id, dollars, new CardToken("tok_visa"));
        desk.requested(id, "tok_visa", PRICE, TopUpDesk.anyMode());

        assertThat(hear(succeeded(id, dollars))).isEqualTo(Receipt.TAKEN);

        assertThat(desk.topUp(id))
                .isInstanceOfSatisfying(
                        TopUp.Succeeded.class,
                        it -> assertThat(it.success().amount()).isEqualTo(dollars));
        assertThat(desk.available()).isEqualTo(Money.of(0, "EUR"));
    }

    @Test
    void another_amount_that_nobody_confirms_is_not_booked_and_asked_for_again() throws IOException {
        var id = desk.request("tok_visa");
        desk.server.close();

        assertThat(hear(succeeded(id, Money.of(1, "EUR")))).isEqualTo(Receipt.NOT_YET);

        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Requested.class);
    }

    @Test
    void a_notice_that_cannot_be_booked_now_is_asked_for_again() {
        var id = desk.request("tok_visa");
        desk.processor.charge(id, PRICE, new CardToken("tok_visa"));
        desk.ledger.reports = UnreliableLedger.Reports.UNAVAILABLE;

        assertThat(hear(succeeded(id, PRICE))).isEqualTo(Receipt.NOT_YET);
        desk.ledger.reports = UnreliableLedger.Reports.DECIDED;

        assertThat(hear(succeeded(id, PRICE))).isEqualTo(Receipt.TAKEN);
        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class);
    }

    @Test
    void a_notice_of_what_nobody_asked_for_is_taken_and_books_nothing() {
        assertThat(hear(succeeded(new TopUpId(new UUID(8, 4_000)), PRICE))).isEqualTo(Receipt.TAKEN);

        assertThat(desk.ledger.events(TopUpEvent.class)).isEmpty();
    }

    @Test
    void a_forged_notice_books_nothing() {
        var id = desk.request("tok_visa");
        var body = succeeded(id, PRICE);
        var headers = Map.of("simulator-signature", "t=0,v1=" + "0".repeat(64));

        assertThat(notices().receive(SimulatedProcessor.ID, headers, body)).isEqualTo(Receipt.FORGED);
        assertThat(notices().receive(SimulatedProcessor.ID, Map.of(), body)).isEqualTo(Receipt.FORGED);
        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Requested.class);
    }

    @Test
    void a_processor_that_we_do_not_have_tells_us_nothing() {
        var body = succeeded(desk.request("tok_visa"), PRICE);

        assertThat(notices().receive(new ProcessorId("stripe"), signed(body), body))
                .isEqualTo(Receipt.NO_SUCH_PROCESSOR);
    }

    private Receipt hear(byte[] body) {
        return notices().receive(SimulatedProcessor.ID, signed(body), body);
    }

    private Map<String, String> signed(byte[] body) {
        return TopUpDesk.signed(body, desk.now());
    }

    private static byte[] succeeded(TopUpId id, Money amount) {
        return TopUpDesk.notice(
                id,
                "\"status\":\"succeeded\",\"amount\":%d,\"currency\":\"%s\""
                        .formatted(amount.amount(), amount.currency()));
    }

    private static byte[] declined(TopUpId id) {
        return TopUpDesk.notice(id, "\"status\":\"declined\",\"declineCode\":\"lost_card\"");
    }

    private ProcessorNotices notices() {
        return desk.notices();
    }
}
