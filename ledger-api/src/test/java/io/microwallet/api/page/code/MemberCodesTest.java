package io.microwallet.api.page.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.wallet.WalletId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemberCodesTest {
    private static final LedgerId LEDGER = new LedgerId(UUID.randomUUID());
    private static final LedgerId OTHER_LEDGER = new LedgerId(UUID.randomUUID());
    private static final WalletId WALLET = new WalletId(UUID.randomUUID());
    private static final LinkId LINK = new LinkId(UUID.randomUUID());

    private Instant now = Instant.parse("2026-11-23T18:00:00Z");
    private final MemberCodes codes = new MemberCodes(() -> now, new SecureRandom());

    @Test
    void a_code_stands_for_its_wallet_once() {
        var code = show();
        assertThat(codes.redeem(LEDGER, code.text())).contains(WALLET);
        assertThat(codes.redeem(LEDGER, code.text())).isEmpty();
    }

    @Test
    void a_code_is_eight_digits_of_crockford_base32() {
        assertThat(show().text()).matches("[0-9A-HJKMNP-TV-Z]{8}");
    }

    @Test
    void a_code_is_good_until_its_sixtieth_second() {
        var inTime = show();
        var late = show();
        now = now.plus(Duration.ofMillis(59_999));
        assertThat(codes.redeem(LEDGER, inTime.text())).contains(WALLET);
        now = now.plusMillis(1);
        assertThat(codes.redeem(LEDGER, late.text())).isEmpty();
    }

    @Test
    void a_code_of_another_ledger_is_not_found_and_not_used_up() {
        var code = show();
        assertThat(codes.redeem(OTHER_LEDGER, code.text())).isEmpty();
        assertThat(codes.redeem(LEDGER, code.text())).contains(WALLET);
    }

    @Test
    void a_code_typed_by_hand_may_be_small_spaced_dashed_and_misread() {
        var code = show();
        var typed =
                code.spoken().toLowerCase().replace(' ', '-').replace('0', 'o').replace('1', 'l');
        assertThat(codes.redeem(LEDGER, " " + typed)).contains(WALLET);
    }

    @Test
    void what_was_never_a_code_is_not_found() {
        show();
        assertThat(codes.redeem(LEDGER, "")).isEmpty();
        assertThat(codes.redeem(LEDGER, "U".repeat(8))).isEmpty();
        assertThat(codes.redeem(LEDGER, "ß😀\0")).isEmpty();
    }

    @Test
    void the_code_before_still_works_when_the_page_has_renewed_it_but_older_ones_do_not() {
        var first = show();
        var second = show();
        show();
        show();
        assertThat(codes.redeem(LEDGER, first.text())).isEmpty();
        assertThat(codes.redeem(LEDGER, second.text())).contains(WALLET);
    }

    @Test
    void a_withdrawn_link_takes_its_codes_along_and_no_others() {
        var gone = show();
        var otherWallet = new WalletId(UUID.randomUUID());
        var stays = codes.issue(LEDGER, otherWallet, new LinkId(UUID.randomUUID()));
        codes.withdraw(LINK);
        assertThat(codes.redeem(LEDGER, gone.text())).isEmpty();
        assertThat(codes.redeem(LEDGER, stays.text())).contains(otherWallet);
    }

    @Test
    void codes_shown_at_once_all_differ() {
        var texts = new HashSet<String>();
        for (var i = 0; i < 2_000; i++) {
            texts.add(codes.issue(LEDGER, WALLET, new LinkId(UUID.randomUUID())).text());
        }
        assertThat(texts).hasSize(2_000);
    }

    private MemberCode show() {
        return codes.issue(LEDGER, WALLET, LINK);
    }
}
