package io.microwallet.core.journal;

import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.journal.Account.Bank;
import io.microwallet.core.journal.Account.Unclaimed;
import io.microwallet.core.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalEntryTest {
    private static final Account BANK = new Bank();
    private static final Account UNCLAIMED = new Unclaimed();
    private static final Money YEN = Money.of(100, "JPY");

    @Test
    void debits_equal_credits() {
        var entry = JournalEntry.of(debit(BANK, eur(100)), credit(UNCLAIMED, eur(60)), credit(UNCLAIMED, eur(40)));

        assertThat(entry.postings()).hasSize(3);
    }

    @Test
    void debits_equal_credits_in_each_currency() {
        var entry = JournalEntry.of(
                debit(BANK, eur(100)), debit(BANK, YEN), credit(UNCLAIMED, YEN), credit(UNCLAIMED, eur(100)));

        assertThat(entry.postings()).hasSize(4);
    }

    @Test
    void an_imbalance_cannot_be_built() {
        refused(debit(BANK, eur(100)), credit(UNCLAIMED, eur(99)));
        refused(debit(BANK, eur(100)), debit(UNCLAIMED, eur(100)));
        refused(credit(BANK, eur(100)), credit(UNCLAIMED, eur(100)));
        refused(debit(BANK, eur(100)), credit(UNCLAIMED, YEN));
        refused(debit(BANK, eur(100)), credit(UNCLAIMED, YEN), debit(BANK, YEN), credit(UNCLAIMED, eur(99)));
    }

    @Test
    void an_entry_has_two_postings_to_a_thousand() {
        refused();
        refused(debit(BANK, eur(100)));
        refused(balanced(JournalEntry.POSTINGS_MAX + 2));
        assertThat(new JournalEntry(List.of(balanced(JournalEntry.POSTINGS_MAX))).postings())
                .hasSize(JournalEntry.POSTINGS_MAX);
    }

    @Test
    void the_largest_amounts_do_not_overflow_into_a_balance() {
        var postings = new ArrayList<>(Collections.nCopies(999, debit(BANK, eur(Money.AMOUNT_MAX))));
        postings.add(credit(UNCLAIMED, eur(Money.AMOUNT_MAX)));

        assertThatThrownBy(() -> new JournalEntry(postings)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_posting_moves_a_positive_amount() {
        assertThatThrownBy(() -> debit(BANK, eur(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> credit(BANK, eur(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Posting[] balanced(int postings) {
        var all = new ArrayList<>(Collections.nCopies(postings / 2, debit(BANK, eur(1))));
        all.addAll(Collections.nCopies(postings / 2, credit(UNCLAIMED, eur(1))));
        return all.toArray(Posting[]::new);
    }

    private static void refused(Posting... postings) {
        assertThatThrownBy(() -> JournalEntry.of(postings)).isInstanceOf(IllegalArgumentException.class);
    }
}
