package io.microwallet.core.audit;

import static io.microwallet.core.given.PopUp.OPENED;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.requested;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.audit.model.Answer;
import io.microwallet.core.audit.model.Model;
import io.microwallet.core.decision.Command;
import io.microwallet.core.decision.Decision;
import io.microwallet.core.decision.Event;
import io.microwallet.core.given.PopUp;
import io.microwallet.core.given.Row;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletEvent.WalletOpened;
import io.microwallet.core.wallet.WalletRefusal;
import org.junit.jupiter.api.Test;

/** The auditor does not nod: whatever is answered otherwise than the model says is a difference. */
class ComparisonTest {
    private static final Command OPEN = new OpenWallet(PopUp.LEDGER, WALLET, TILL, null, PopUp.NAME);

    private final Answer expected = new Model().answer(OPEN, Row.NOW);

    @Test
    void the_answer_that_the_model_gives_is_no_difference() {
        assertThat(difference(new WalletOpened(PopUp.LEDGER, WALLET, TILL, null, PopUp.NAME)))
                .isEmpty();
    }

    @Test
    void a_field_that_is_not_the_command_s_own_is_a_difference() {
        assertThat(difference(OPENED)).contains("WalletOpened.contact");
        assertThat(difference(new WalletOpened(PopUp.NEIGHBOUR, WALLET, TILL, null, PopUp.NAME)))
                .contains("WalletOpened.ledger");
    }

    @Test
    void another_event_one_too_many_and_a_refusal_are_differences() {
        var opened = new WalletOpened(PopUp.LEDGER, WALLET, TILL, null, PopUp.NAME);

        assertThat(difference(requested(PopUp.TOP_UP, PopUp.eur(1)))).contains("TopUpRequested");
        assertThat(difference(opened, opened)).isNotEmpty();
        assertThat(Comparison.difference(OPEN, Decision.refused(WalletRefusal.WALLET_CLOSED), expected))
                .contains("WALLET_CLOSED");
        assertThat(Comparison.difference(OPEN, new Decision.AlreadyKnown(), expected))
                .isNotEmpty();
    }

    private String difference(Event... events) {
        return Comparison.difference(OPEN, Decision.accepted(events), expected);
    }
}
