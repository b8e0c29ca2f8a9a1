package io.microwallet.core.decision;

import static io.microwallet.core.decision.Returns.BAD_DEBT;
import static io.microwallet.core.decision.Returns.CLEARING;
import static io.microwallet.core.decision.Returns.FIRST;
import static io.microwallet.core.decision.Returns.OWED;
import static io.microwallet.core.decision.Returns.SECOND;
import static io.microwallet.core.decision.Returns.UNEXPLAINED;
import static io.microwallet.core.decision.Returns.above;
import static io.microwallet.core.decision.Returns.chargedBack;
import static io.microwallet.core.decision.Returns.dispute;
import static io.microwallet.core.decision.Returns.disputeOfNobody;
import static io.microwallet.core.decision.Returns.entry;
import static io.microwallet.core.decision.Returns.lot;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.TILL;
import static io.microwallet.core.given.PopUp.WALLET;
import static io.microwallet.core.given.PopUp.cash;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;

import io.microwallet.core.chargeback.ChargebackEvent.ChargedBack;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableCollected;
import io.microwallet.core.chargeback.ChargebackEvent.ReceivableWrittenOff;
import io.microwallet.core.wallet.Lot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rows about disputes have in common: what was taken of the wallet, and what is owed since. */
final class Disputes {
    /** 40.00 of the 30.00 and 20.00: 10.00 of the other cash. */
    static final ChargedBack ALL_AND_MORE = above(
            1_000,
            chargedBack(
                    dispute(FIRST, 4_000, null),
                    List.of(lot(FIRST, 3_000), lot(SECOND, 1_000)),
                    0,
                    1_000L,
                    debit(cash(), eur(4_000)),
                    credit(CLEARING, eur(4_000))));

    /** Of the 30.00 that were spent 15.00 are there in other cash. */
    static final ChargedBack SPENT = chargedBack(
            dispute(FIRST, 3_000, null),
            List.of(lot(SECOND, 1_500)),
            1_500,
            0L,
            debit(cash(), eur(1_500)),
            debit(OWED, eur(1_500)),
            credit(CLEARING, eur(3_000)));

    static final ChargedBack NOBODYS = chargedBack(
            disputeOfNobody(5_000),
            List.of(),
            0,
            0,
            5_000,
            null,
            debit(UNEXPLAINED, eur(5_000)),
            credit(CLEARING, eur(5_000)));

    private Disputes() {}

    static ChargedBack owed(long cents, @Nullable Long available) {
        return chargedBack(
                dispute(FIRST, cents, null),
                List.of(),
                cents,
                available,
                debit(OWED, eur(cents)),
                credit(CLEARING, eur(cents)));
    }

    static ReceivableCollected collected(Lot lot, long available) {
        return new ReceivableCollected(
                LEDGER,
                WALLET,
                TILL,
                lot.amount(),
                List.of(lot),
                eur(available),
                null,
                entry(debit(cash(), lot.amount()), credit(OWED, lot.amount())));
    }

    static ReceivableWrittenOff writtenOff(long cents) {
        return new ReceivableWrittenOff(
                LEDGER, WALLET, TILL, eur(cents), null, entry(debit(BAD_DEBT, eur(cents)), credit(OWED, eur(cents))));
    }
}
