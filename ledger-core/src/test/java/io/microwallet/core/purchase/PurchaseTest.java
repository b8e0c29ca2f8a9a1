package io.microwallet.core.purchase;

import static io.microwallet.core.given.Row.EARLIER;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Stall.captured;
import static io.microwallet.core.given.Stall.capturedNext;
import static io.microwallet.core.given.Stall.cashPart;
import static io.microwallet.core.given.Stall.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.given.Stall.LetGo;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseTest {
    @Test
    void of_a_hold_it_was_made_with_the_first_capture_and_had_wholly_happened_with_the_last() {
        var hold = placed(NOW.plusSeconds(60));
        var first = captured(hold, 0, 1_000, 0, List.of(cashPart(1_000)), LetGo.NOTHING);
        var last = capturedNext(hold, 0, 0, 0, List.of(cashPart(1_000)));
        var made = (Purchase.Made) new Purchase.Unborn().evolve(first, EARLIER).evolve(last, NOW);
        assertThat(made.at()).isEqualTo(EARLIER);
        assertThat(made.happened()).isEqualTo(NOW);
    }
}
