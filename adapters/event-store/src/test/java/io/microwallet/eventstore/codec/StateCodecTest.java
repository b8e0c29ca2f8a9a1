package io.microwallet.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.decision.Entity;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.drop.Drop;
import io.microwallet.core.drop.DropEvent.DropCreated;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.drop.Offer;
import io.microwallet.core.drop.Offer.EarlyAccess;
import io.microwallet.core.drop.Stock;
import io.microwallet.core.drop.Stock.Contents;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.membership.Benefits;
import io.microwallet.core.membership.MemberPrice;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.OpenMembership;
import io.microwallet.core.membership.OpenMembership.Status;
import io.microwallet.core.membership.OpenMemberships;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Money;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Funds;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.OpenHold;
import io.microwallet.core.wallet.Receivable;
import io.microwallet.core.wallet.TopUpsAsked;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateCodecTest {
    private static final Instant AT = Instant.parse("2026-11-23T16:00:00.123456Z");
    private static final LedgerId LEDGER = new LedgerId(id(1));
    private static final ClientId CLIENT = new ClientId(id(2));
    private static final MerchantId MERCHANT = new MerchantId(id(3));
    private static final WalletId WALLET = new WalletId(id(4));
    private static final DropId DROP = new DropId(id(5));
    private static final PopUpId POP_UP = new PopUpId(id(6));
    private static final SealedText TEXT = new SealedText("c2VhbGVkLXRleHQ_-");
    private static final Lot CASH = Lot.cash(new LotId(id(7)), eur(30_00), AT);
    private static final Lot CREDIT =
            Lot.credit(new LotId(id(8)), eur(5_00), AT, AT.plusSeconds(60), Funder.merchant(MERCHANT));

    private static UUID id(long n) {
        return new UUID(0x0190_0000_0000_7000L + n, 0x8000_0000_0000_0000L | n);
    }

    private static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    static List<Entity> states() {
        return List.of(emptyWallet(), fullWallet(), drop(List.of(), List.of()), soldDrop());
    }

    private static Wallet emptyWallet() {
        return new Wallet.Open(
                WALLET, LEDGER, CLIENT, false, Funds.NONE, TopUpsAsked.NONE, OpenMemberships.NONE, null, null, AT);
    }

    private static Wallet fullWallet() {
        var holds = List.of(
                new OpenHold(new HoldId(id(9)), MERCHANT, DROP, POP_UP, eur(5_00), List.of(CREDIT), AT),
                new OpenHold(new HoldId(id(10)), MERCHANT, null, null, eur(1_00), List.of(), AT));
        var asked = new TopUpsAsked(
                Map.of(new TopUpId(id(11)), eur(1_00), new TopUpId(id(12)), Money.of(5, "JPY")), List.of(AT, AT));
        return new Wallet.Open(
                WALLET,
                LEDGER,
                CLIENT,
                true,
                new Funds(List.of(CREDIT, CASH), holds, List.of(new Receivable(eur(7_00), eur(2_00)))),
                asked,
                new OpenMemberships(List.of(membership())),
                TEXT,
                TEXT,
                AT);
    }

    private static OpenMembership membership() {
        return new OpenMembership(
                new MembershipId(id(13)),
                new PlanId(id(14)),
                new Benefits(15, MemberPrice.YES, List.of()),
                Status.RENEWING,
                AT,
                eur(3_00),
                List.of(POP_UP),
                0);
    }

    private static Drop soldDrop() {
        return drop(
                List.of(new Contents.Held(new HoldId(id(15)), AT, WALLET)), List.of(new Contents.SoldTo(WALLET, 2)));
    }

    private static Drop drop(List<Contents.Held> held, List<Contents.SoldTo> soldTo) {
        var offer = new Offer(20, eur(30_00), null, EarlyAccess.MEMBERS, 3, 600);
        var terms = new DropCreated(LEDGER, DROP, MERCHANT, null, TEXT, offer, AT, AT.plusSeconds(60), null);
        return new Drop.Announced(terms, AT, AT, Stock.of(new Contents(20, 2 * soldTo.size(), held, soldTo)), AT);
    }

    private static Tag.Kind kind(Entity state) {
        return state instanceof Wallet ? Tag.Kind.WALLET : Tag.Kind.DROP;
    }

    @ParameterizedTest
    @MethodSource("states")
    void what_was_written_is_read_again(Entity state) {
        var bytes = StateCodec.write(kind(state), state).orElseThrow();
        assertThat(StateCodec.read(kind(state), bytes)).isEqualTo(state);
        assertThat(StateCodec.write(kind(state), StateCodec.read(kind(state), bytes))
                        .orElseThrow())
                .isEqualTo(bytes);
    }

    @Test
    void what_is_not_born_or_over_is_not_written() {
        assertThat(StateCodec.write(Tag.Kind.WALLET, new Wallet.Unborn())).isEmpty();
        assertThat(StateCodec.write(Tag.Kind.WALLET, soldDrop())).isEmpty();
        assertThat(StateCodec.write(Tag.Kind.MERCHANT, emptyWallet())).isEmpty();
    }

    @Test
    void anything_else_is_refused() {
        var text = new String(StateCodec.write(Tag.Kind.WALLET, fullWallet()).orElseThrow(), StandardCharsets.US_ASCII);
        for (var wrong : List.of("", "{}", text + " ", text.replace("\"frozenByOrder\":1", "\"frozenByOrder\":2"))) {
            assertThatThrownBy(() -> StateCodec.read(Tag.Kind.WALLET, wrong.getBytes(StandardCharsets.US_ASCII)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
