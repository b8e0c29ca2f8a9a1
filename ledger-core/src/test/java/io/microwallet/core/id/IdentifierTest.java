package io.microwallet.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletId;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifierTest {
    private static final long SEED = 20_261_120;

    record Kind(String prefix, Function<UUID, Identifier> of, Function<String, Identifier> parse) {
        @Override
        public String toString() {
            return prefix;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("l", LedgerId::new, LedgerId::parse),
                new Kind("c", ClientId::new, ClientId::parse),
                new Kind("k", KeyId::new, KeyId::parse),
                new Kind("m", MerchantId::new, MerchantId::parse),
                new Kind("pop", PopUpId::new, PopUpId::parse),
                new Kind("w", WalletId::new, WalletId::parse),
                new Kind("lot", LotId::new, LotId::parse),
                new Kind("tu", TopUpId::new, TopUpId::parse),
                new Kind("pu", PurchaseId::new, PurchaseId::parse),
                new Kind("pl", PlanId::new, PlanId::parse),
                new Kind("ms", MembershipId::new, MembershipId::parse),
                new Kind("bl", LinkId::new, LinkId::parse));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_text_leads_back_to_its_id(Kind kind) {
        var random = new Random(SEED);
        for (var i = 0; i < 100; i++) {
            var id = kind.of().apply(new UUID(random.nextLong(), random.nextLong()));

            assertThat(id.text())
                    .matches(kind.prefix() + "_[0-7][0-9A-HJKMNP-TV-Z]{25}")
                    .isEqualTo(id.toString());
            assertThat(kind.parse().apply(id.text())).as("seed %d", SEED).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void another_kinds_text_is_refused(Kind kind) {
        var value = new UUID(1, 2);
        kinds().filter(other -> !other.prefix().equals(kind.prefix()))
                .map(other -> other.of().apply(value).text())
                .forEach(text -> assertThatThrownBy(() -> kind.parse().apply(text))
                        .isInstanceOf(IllegalArgumentException.class));
    }
}
