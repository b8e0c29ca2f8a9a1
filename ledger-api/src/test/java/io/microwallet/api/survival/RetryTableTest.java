package io.microwallet.api.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.api.running.RunningService;
import io.microwallet.api.running.TestAnswer;
import io.microwallet.api.running.TestClient;
import io.microwallet.eventstore.EventStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each write of the API, done and refused, asked again at each step between its commit and the next start. */
class RetryTableTest {
    private final Doors doors = new Doors();
    private final RunningService service = RunningService.startTuned(usual -> usual.withSteps(doors));
    private final WriteTable table = new WriteTable(service);
    private final List<Told> told = new ArrayList<>();

    private record Told(WriteTable.Row row, TestAnswer answer) {}

    @AfterEach
    void stop() {
        doors.openAll();
        service.close();
    }

    @Test
    void every_write_answers_the_same_bytes_at_each_step_of_its_way_into_the_index_and_after_a_restart() {
        var rows = table.rows();
        Until.holds("an index that is whole", this::isIndexed);
        doors.eviction.shut();
        doors.indexCommit.shut();
        rows.forEach(row -> told.add(new Told(row, first(row))));
        doors.indexCommit.awaitArrival();
        askAllAgain("before the index rows");
        doors.indexCommit.open();
        doors.eviction.awaitArrival();
        askAllAgain("before the eviction");
        doors.eviction.open();
        Until.holds("everything indexed", this::isIndexed);
        askAllAgain("from the index");
        service.restart();
        askAllAgain("after a restart");
        SoundStore.check(service.database());
    }

    @Test
    void a_second_call_while_the_first_is_not_durable_shares_its_one_answer_and_another_body_is_turned_away() {
        var row = table.purchase(1_00);
        doors.commit.shut();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(row.order()::send, threads);
            doors.commit.awaitArrival();
            var second = CompletableFuture.supplyAsync(row.order()::send, threads);
            assertThat(row.other().send().expect(422).at("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
            assertThat(first).isNotDone();
            assertThat(second).isNotDone();
            doors.commit.open();
            var one = first.join().expect(201);
            assertThat(second.join().expect(201).body()).isEqualTo(one.body());
            assertThat(one.replayed()).isFalse();
            assertThat(second.join().replayed()).isTrue();
        }
        assertThat(table.sold()).isEqualTo(1);
    }

    private TestAnswer first(WriteTable.Row row) {
        var answer = row.order().send();
        assertThat(answer.status()).as(row.name() + ": " + answer).isEqualTo(row.status());
        assertThat(answer.replayed()).as(row.name()).isFalse();
        return answer;
    }

    private void askAllAgain(String when) {
        var position = service.position();
        for (var each : told) {
            var name = each.row().name() + ' ' + when;
            var again = each.row().order().send();
            assertThat(again.status())
                    .as(name + ": " + again)
                    .isEqualTo(each.answer().status());
            assertThat(again.body()).as(name).isEqualTo(each.answer().body());
            assertThat(again.replayed()).as(name).isTrue();
            var other = each.row().other().send();
            assertThat(other.status()).as(name + ", another call: " + other).isEqualTo(422);
            assertThat(other.at("code")).as(name).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }
        assertThat(service.position()).as("nothing was written " + when).isEqualTo(position);
    }

    private boolean isIndexed() {
        return service.part(EventStore.class).health().indexLag() == 0;
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    static Order order(TestClient client, String path, String body) {
        return new Order(client, path, body, newKey());
    }
}
