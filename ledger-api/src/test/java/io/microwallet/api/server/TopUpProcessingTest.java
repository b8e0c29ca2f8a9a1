package io.microwallet.api.server;

import static io.microwallet.api.topup.worker.TopUpDesk.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.api.topup.webhook.NotificationServlet;
import io.microwallet.api.topup.worker.TopUpDesk;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.topup.TopUp;
import io.microwallet.core.topup.TopUpEvent.TopUpSucceeded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts as the service puts them together, with the machine's clock and a real servlet container. */
class TopUpProcessingTest {
    @TempDir
    Path directory;

    private final Tomcat tomcat = new Tomcat();
    private TopUpDesk desk;
    private TopUpProcessing processing;

    @BeforeEach
    void open() throws Exception {
        desk = new TopUpDesk(directory.resolve("desk"), Mode.SANDBOX);
        processing = processing();
        tomcat.setBaseDir(directory.toString());
        tomcat.setPort(0);
        tomcat.setSilent(true);
        var context = tomcat.addContext("", directory.toString());
        Tomcat.addServlet(context, "notifications", processing.notifications());
        context.addServletMappingDecoded(NotificationServlet.PATH, "notifications");
        tomcat.start();
        processing.start(URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort()));
    }

    @AfterEach
    void close() throws Exception {
        processing.close();
        tomcat.stop();
        tomcat.destroy();
        desk.close();
    }

    @Test
    void recorded_top_ups_get_their_outcomes() {
        var approved = desk.request("tok_visa");
        var declined = desk.request("tok_declined_insufficient_funds");
        var twice = desk.request("tok_twice");
        var broken = desk.request("tok_broken");

        desk.untilHolds(() -> assertThat(processing.inHand()).isZero());

        assertThat(desk.topUp(approved)).isInstanceOf(TopUp.Succeeded.class);
        assertThat(desk.topUp(declined)).isInstanceOf(TopUp.Failed.class);
        assertThat(desk.topUp(twice)).isInstanceOf(TopUp.Succeeded.class);
        assertThat(desk.topUp(broken)).isNotInstanceOf(TopUp.Requested.class);
        assertThat(desk.available().amount())
                .isEqualTo(PRICE.amount()
                        * desk.ledger.events(TopUpSucceeded.class).size());
    }

    @Test
    void the_simulator_serves_sandbox_ledgers_alone() {
        assertThat(processing.processors().modesOf(desk.processor.id())).containsExactly(Mode.SANDBOX);
    }

    @Test
    void a_second_service_on_the_same_data_does_not_start() throws IOException {
        assertThatThrownBy(this::processing)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("held by another");
    }

    private TopUpProcessing processing() {
        return TopUpProcessing.open(
                directory.resolve("data"), desk.ledger, desk.ledger, desk.ledger, InstantSource.system());
    }
}
