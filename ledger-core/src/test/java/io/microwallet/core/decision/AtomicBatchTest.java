package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.BAKER;
import static io.microwallet.core.given.PopUp.BAKER_ADDED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.TOP_UP;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.PopUp.requested;
import static io.microwallet.core.given.PopUp.succeeded;
import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.batch.BatchCommand.AtomicBatch;
import io.microwallet.core.batch.BatchCommand.BeginBatch;
import io.microwallet.core.batch.BatchCommand.Item;
import io.microwallet.core.batch.BatchEvent.BatchRefused;
import io.microwallet.core.given.Log;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.RefusalCode;
import io.microwallet.core.wallet.Wallet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sales from one wallet of 50.00, many in one batch. */
class AtomicBatchTest {
    @Test
    void a_thousand_items_over_one_wallet_leave_what_a_thousand_calls_would() {
        var sales = sales(1_000, 5);
        var atOnce = market();
        var decision = (Decision.Accepted) atOnce.submit(new AtomicBatch(sales), NOW);
        var oneByOne = market();
        sales.forEach(sale -> oneByOne.submit(sale.command(), NOW));
        var events = decision.events();
        assertThat(events.subList(1, events.size()))
                .isEqualTo(oneByOne.entries().subList(4, oneByOne.entries().size()).stream()
                        .map(Log.Entry::event)
                        .toList());
        assertThat(atOnce.state(WALLET)).isEqualTo(oneByOne.state(WALLET));
        assertThat(((Wallet.Open) atOnce.state(WALLET)).available(eur(1).currency(), NOW))
                .isEqualTo(eur(0));
    }

    @Test
    void the_item_that_no_longer_has_the_money_ends_all_of_it() {
        var market = market();
        var before = market.state(WALLET);
        var decision = market.submit(new AtomicBatch(sales(1_000, 6)), NOW);
        assertThat(decision)
                .isEqualTo(Decision.accepted(new BatchRefused(1_000, 833, new RefusalCode("INSUFFICIENT_FUNDS"))));
        assertThat(market.state(WALLET)).isEqualTo(before);
    }

    @Test
    void a_batch_has_a_bound_and_holds_no_batch() {
        assertThatThrownBy(() -> new AtomicBatch(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AtomicBatch(sales(1_001, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BeginBatch(TILL, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Item(Operation.BATCH, new BeginBatch(TILL, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Log market() {
        var log = new Log();
        List.of(OPENED, BAKER_ADDED, requested(TOP_UP, eur(50_00)), succeeded(TOP_UP, eur(50_00), eur(50_00)))
                .forEach(event -> log.append(event, EARLIER));
        return log;
    }

    private static List<Item> sales(int count, long cents) {
        return IntStream.range(0, count).mapToObj(i -> sale(i, cents)).toList();
    }

    private static Item sale(int number, long cents) {
        var purchase = new PurchaseId(new UUID(8, number));
        return new Item(
                Operation.PURCHASE, new Purchase(LEDGER, purchase, WALLET, BAKER, TILL, eur(cents), null, null, null));
    }
}
