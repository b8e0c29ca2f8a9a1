package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.PopUp.PROCESSOR;
import static io.microwallet.core.given.PopUp.eur;
import static io.microwallet.core.given.Row.NOW;
import static io.microwallet.core.given.Row.row;
import static io.microwallet.core.journal.Posting.credit;
import static io.microwallet.core.journal.Posting.debit;

import io.microwallet.core.given.Row;
import io.microwallet.core.journal.Account.Bank;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.ProcessorFees;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.settlement.ProcessorPayoutId;
import io.microwallet.core.settlement.Settlement;
import io.microwallet.core.settlement.SettlementCommand.ReportProcessorPayout;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPaidOut;
import io.microwallet.core.settlement.SettlementEvent.ProcessorPayoutContradicted;
import io.microwallet.core.settlement.SettlementRefusal;
import io.microwallet.core.topup.ProcessorReference;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What processors pay to our bank account. */
final class SettlementRows {
    private static final ProcessorReference REFERENCE = new ProcessorReference("payout_1");
    private static final ProcessorPayoutId PAYOUT = ProcessorPayoutId.of(LEDGER, PROCESSOR, REFERENCE);
    private static final Settlement PAID = settlement(98, 2);
    private static final Settlement OTHERWISE = settlement(97, 3);
    private static final ProcessorPaidOut BOOKED = paidOut(PAID, null);

    private SettlementRows() {}

    static Stream<Row> rows() {
        return Stream.of(booked(), again(), times()).flatMap(rows -> rows);
    }

    private static Stream<Row> booked() {
        var unpaid = settlement(98, 0);
        return Stream.of(
                row("a processor's payout beyond all that it took is booked, and its clearing is below zero until it fits")
                        .when(report(PAID, null))
                        .accepted(new ProcessorPaidOut(
                                LEDGER,
                                PAYOUT,
                                PAID,
                                null,
                                JournalEntry.of(
                                        debit(new Bank(), eur(98)),
                                        debit(new ProcessorFees(PROCESSOR), eur(2)),
                                        credit(new ProcessorClearing(PROCESSOR), eur(100))))),
                row("a processor that keeps no fee has none booked")
                        .when(report(unpaid, null))
                        .accepted(new ProcessorPaidOut(
                                LEDGER,
                                PAYOUT,
                                unpaid,
                                null,
                                JournalEntry.of(
                                        debit(new Bank(), eur(98)),
                                        credit(new ProcessorClearing(PROCESSOR), eur(98))))),
                row("a processor's payout of the same name in another ledger is another one")
                        .given(BOOKED)
                        .when(report(NEIGHBOUR, OTHERWISE, null))
                        .accepted(new ProcessorPaidOut(
                                NEIGHBOUR,
                                ProcessorPayoutId.of(NEIGHBOUR, PROCESSOR, REFERENCE),
                                OTHERWISE,
                                null,
                                entry(OTHERWISE))));
    }

    private static Stream<Row> again() {
        var contradicted = contradicted(OTHERWISE);
        return Stream.of(
                row("a processor's payout is booked once")
                        .given(BOOKED)
                        .when(report(PAID, null))
                        .alreadyKnown(),
                row("a processor's payout is known by its amounts, whatever time is told with it")
                        .given(BOOKED)
                        .when(report(PAID, NOW.plusSeconds(1)))
                        .alreadyKnown(),
                row("a processor's payout told again with other amounts moves nothing and is an exception")
                        .given(BOOKED)
                        .when(report(OTHERWISE, null))
                        .accepted(contradicted),
                row("a processor's payout that was told with other amounts is an exception once")
                        .given(BOOKED, contradicted)
                        .when(report(OTHERWISE, null))
                        .alreadyKnown(),
                row("a processor's payout that was told with other amounts is known as it was booked")
                        .given(BOOKED, contradicted)
                        .when(report(PAID, null))
                        .alreadyKnown(),
                row("a processor's payout told in a third way is an exception once more")
                        .given(BOOKED, contradicted)
                        .when(report(settlement(96, 4), null))
                        .accepted(contradicted(settlement(96, 4))),
                row("a processor's payout that was told in a third way is an exception once")
                        .given(BOOKED, contradicted, contradicted(settlement(96, 4)))
                        .when(report(settlement(96, 4), null))
                        .alreadyKnown());
    }

    private static Stream<Row> times() {
        var oldest = NOW.minus(EffectiveTime.AGE_MAX);
        return Stream.of(
                row("a processor's payout of a year ago")
                        .when(report(PAID, oldest))
                        .accepted(paidOut(PAID, oldest)),
                row("a processor's payout of this instant")
                        .when(report(PAID, NOW))
                        .accepted(paidOut(PAID, NOW)),
                row("a processor's payout that is still to come has not happened")
                        .when(report(PAID, NOW.plusNanos(1_000)))
                        .refused(SettlementRefusal.EFFECTIVE_TIME_IN_FUTURE),
                row("a processor's payout of more than a year ago")
                        .when(report(PAID, oldest.minusNanos(1_000)))
                        .refused(SettlementRefusal.EFFECTIVE_TIME_TOO_OLD));
    }

    private static ReportProcessorPayout report(Settlement settlement, @Nullable Instant effective) {
        return report(LEDGER, settlement, effective);
    }

    private static ReportProcessorPayout report(LedgerId ledger, Settlement settlement, @Nullable Instant effective) {
        return new ReportProcessorPayout(
                ledger, ProcessorPayoutId.of(ledger, PROCESSOR, REFERENCE), settlement, effective);
    }

    private static Settlement settlement(long amount, long fee) {
        return new Settlement(PROCESSOR, REFERENCE, eur(amount), eur(fee));
    }

    private static ProcessorPaidOut paidOut(Settlement settlement, @Nullable Instant effective) {
        return new ProcessorPaidOut(LEDGER, PAYOUT, settlement, effective, entry(settlement));
    }

    private static ProcessorPayoutContradicted contradicted(Settlement told) {
        return new ProcessorPayoutContradicted(LEDGER, PAYOUT, PAID, told);
    }

    private static JournalEntry entry(Settlement it) {
        return JournalEntry.of(
                debit(new Bank(), it.amount()),
                debit(new ProcessorFees(PROCESSOR), it.fee()),
                credit(new ProcessorClearing(PROCESSOR), it.amount().plus(it.fee())));
    }
}
