package io.microwallet.api.topup.webhook;

import static io.microwallet.api.topup.worker.TopUpDesk.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.topup.worker.TopUpDesk;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import io.microwallet.core.topup.TopUpId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The endpoint of notifications in a real servlet container, called by the real simulator. */
class NotificationServletTest {
    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Tomcat tomcat = new Tomcat();
    private TopUpDesk desk;
    private URI address;

    @BeforeEach
    void open() throws Exception {
        desk = new TopUpDesk(directory, Mode.SANDBOX);
        tomcat.setBaseDir(directory.toString());
        tomcat.setPort(0);
        tomcat.setSilent(true);
        var context = tomcat.addContext("", directory.toString());
        Tomcat.addServlet(context, "notifications", new NotificationServlet(notices()));
        context.addServletMappingDecoded(NotificationServlet.PATH, "notifications");
        tomcat.start();
        address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/v1/webhooks/");
    }

    @AfterEach
    void close() throws Exception {
        http.close();
        tomcat.stop();
        tomcat.destroy();
        desk.close();
    }

    @Test
    void a_card_that_is_notified_twice_is_one_success_however_the_three_answers_race() {
        desk.server.notifyAt(address.resolve("simulator"));
        desk.startWorker();

        var id = desk.request("tok_twice");
        desk.until(() -> assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class));
        desk.untilIdle();

        assertThat(desk.ledger.events(TopUpSucceeded.class)).hasSize(1);
        assertThat(desk.available()).isEqualTo(PRICE);
    }

    @Test
    void notices_alone_bring_the_outcome_when_no_worker_runs() {
        desk.server.notifyAt(address.resolve("simulator"));
        var id = desk.request("tok_twice");

        desk.processor.charge(id, PRICE, new CardToken("tok_twice"));

        desk.untilHolds(() -> assertThat(desk.topUp(id)).isInstanceOf(TopUp.Succeeded.class));
    }

    @Test
    void each_notice_has_its_answer() throws Exception {
        var id = desk.request("tok_visa");
        var body = success(id);
        var signed = TopUpDesk.signed(body, desk.now());

        assertThat(send("simulator", Map.of(), body).statusCode()).isEqualTo(403);
        var stale = TopUpDesk.signed(body, desk.now().minusSeconds(900));
        assertThat(send("simulator", stale, body).statusCode()).isEqualTo(403);
        assertThat(send("stripe", signed, body).statusCode()).isEqualTo(404);
        assertThat(send("No-Processor", signed, body).statusCode()).isEqualTo(404);
        assertThat(send("simulator", signed, new byte[65 * 1_024]).statusCode()).isEqualTo(413);
        assertThat(desk.topUp(id)).isInstanceOf(TopUp.Requested.class);

        desk.ledger.readable = false;
        assertThat(send("simulator", signed, body).statusCode()).isEqualTo(503);
        desk.ledger.readable = true;

        assertThat(send("simulator", signed, body).statusCode()).isEqualTo(204);
        assertThat(send("simulator", signed, body).statusCode()).isEqualTo(204);
        assertThat(desk.ledger.events(TopUpSucceeded.class)).hasSize(1);
    }

    private static byte[] success(TopUpId id) {
        return TopUpDesk.notice(id, "\"status\":\"succeeded\",\"amount\":1250,\"currency\":\"EUR\"");
    }

    private HttpResponse<String> send(String processor, Map<String, String> headers, byte[] body) throws Exception {
        var request =
                HttpRequest.newBuilder(address.resolve(processor)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private ProcessorNotices notices() {
        return desk.notices();
    }
}
