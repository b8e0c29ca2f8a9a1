package io.microwallet.api.page.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWKSet;
import io.microwallet.api.page.view.Wording;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptKeyTest {
    private static final Instant AT = Instant.parse("2026-11-23T18:00:00.000001Z");

    private final ReceiptKey key = new ReceiptKey(new byte[32]);
    private final String keys = new String(key.keySet(), UTF_8);
    private final Receipt receipt = new Receipt(
            "Harbour Street",
            Mode.SANDBOX,
            new PurchaseId(new UUID(0, 1)),
            AT,
            AT.minusSeconds(3_600),
            new MerchantId(new UUID(0, 2)),
            "Candle & Clay",
            euro(1_550),
            List.of(draw(LotKind.CREDIT, 300), draw(LotKind.CASH, 1_000), draw(LotKind.CASH, 250)),
            euro(450));

    @Test
    void a_receipt_says_what_was_paid_and_how_and_never_whose_wallet_it_was() {
        assertThat(ReceiptVerifier.verified(key.sign(receipt), keys))
                .contains("{\"version\":1,\"ledger\":{\"name\":\"Harbour Street\",\"mode\":\"sandbox\"},"
                        + "\"purchase\":\"pu_00000000000000000000000001\","
                        + "\"at\":\"2026-11-23T18:00:00.000001Z\",\"effectiveAt\":\"2026-11-23T17:00:00.000001Z\","
                        + "\"merchant\":{\"id\":\"m_00000000000000000000000002\",\"name\":\"Candle & Clay\"},"
                        + "\"amount\":{\"amount\":1550,\"currency\":\"EUR\"},\"draws\":["
                        + "{\"kind\":\"credit\",\"amount\":{\"amount\":300,\"currency\":\"EUR\"}},"
                        + "{\"kind\":\"cash\",\"amount\":{\"amount\":1000,\"currency\":\"EUR\"}},"
                        + "{\"kind\":\"cash\",\"amount\":{\"amount\":250,\"currency\":\"EUR\"}}],"
                        + "\"available\":{\"amount\":450,\"currency\":\"EUR\"}}");
    }

    @Test
    void a_person_reads_one_line_a_kind_in_the_order_of_burn_down() {
        var view = ReceiptView.of(receipt, new Wording(Locale.UK, ZoneId.of("Europe/Berlin")));

        assertThat(view.parts())
                .containsExactly(
                        new ReceiptView.Part("Paid from credit", "€3.00"),
                        new ReceiptView.Part("Paid from top-ups", "€12.50"));
        assertThat(view.when()).contains("18:00");
        assertThat(view.recorded()).contains("19:00");
    }

    @Test
    void the_same_receipt_is_signed_with_the_same_bytes() {
        assertThat(key.sign(receipt)).isEqualTo(new ReceiptKey(new byte[32]).sign(receipt));
    }

    @Test
    void another_key_does_not_verify_it() {
        var other = new ReceiptKey(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
        });
        assertThat(ReceiptVerifier.verified(other.sign(receipt), keys)).isEmpty();
    }

    @Test
    void the_key_set_holds_the_public_half_alone_under_its_thumbprint() throws Exception {
        var only = JWKSet.parse(keys).getKeys().getFirst();

        assertThat(only.isPrivate()).isFalse();
        assertThat(only.getKeyID()).isEqualTo(only.computeThumbprint().toString());
        assertThat(keys).doesNotContain("\"d\"");
        var header = JWSObject.parse(key.sign(receipt)).getHeader();
        assertThat(header.getKeyID()).isEqualTo(only.getKeyID());
        assertThat(header.getType().getType()).isEqualTo("receipt+jws");
    }

    private static Lot draw(LotKind kind, long cents) {
        var funder = kind == LotKind.CREDIT ? Funder.ledger() : null;
        return new Lot(new LotId(new UUID(0, 3)), kind, euro(cents), Instant.EPOCH, null, funder);
    }

    private static Money euro(long cents) {
        return new Money(cents, Currency.of("EUR"));
    }
}
