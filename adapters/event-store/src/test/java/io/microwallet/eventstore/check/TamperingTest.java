package io.microwallet.eventstore.check;

import static io.microwallet.eventstore.Till.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.microwallet.core.journal.Account.MembershipDeferred;
import io.microwallet.core.journal.Account.Memberships;
import io.microwallet.core.journal.Account.ProcessorClearing;
import io.microwallet.core.journal.Account.Unclaimed;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseEvent.Purchased;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RequestHeader;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpEvent.TopUpUnclaimed;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Lot;
import io.microwallet.eventstore.Till;
import io.microwallet.eventstore.check.finding.FindingKind;
import io.microwallet.eventstore.codec.StateCodec;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which somebody who owns the database could bend the books, and what fsck says of it, and where. */
class TamperingTest {
    private static final long NEXT = Booked.LAST + 1;

    /** What is done to a sound store, and the first finding. */
    record Tampering(String what, Deed deed, FindingKind kind, long position) {
        @Override
        public String toString() {
            return what;
        }
    }

    @FunctionalInterface
    interface Deed {
        void on(Forger forger, Booked booked) throws Exception;
    }

    static Tampering row(String what, FindingKind kind, long position, Deed deed) {
        return new Tampering(what, deed, kind, position);
    }

    private static Tampering sql(String what, FindingKind kind, long position, String... statements) {
        return row(what, kind, position, (forger, booked) -> forger.sql(statements));
    }

    static Stream<Tampering> tamperings() {
        return Stream.of(rows(), indexes(), heads(), forgeries(), MoneyBackRows.all())
                .flatMap(List::stream);
    }

    private static List<Tampering> rows() {
        return List.of(
                row("a byte of a body", FindingKind.ROOT_DIFFERS, 3, (f, b) -> f.replace(3, "c2VhbGVk", "d2VhbGVk")),
                row(
                        "a byte between two events",
                        FindingKind.BODY_NOT_CANONICAL,
                        1,
                        (f, b) -> f.replace(1, "},{\"f\"", "} {\"f\"")),
                sql(
                        "how many events there are",
                        FindingKind.EVENT_COUNT_WRONG,
                        1,
                        "ALTER TABLE log DROP CONSTRAINT log_ends_fit_the_body",
                        "UPDATE log SET events = 3 WHERE position = 1"),
                sql(
                        "when it was recorded",
                        FindingKind.CHAIN_BROKEN,
                        7,
                        "UPDATE log SET recorded_at = recorded_at + 1 WHERE position = 7"),
                sql(
                        "two bodies swapped",
                        FindingKind.ROOT_DIFFERS,
                        7,
                        "ALTER TABLE log DROP CONSTRAINT log_ends_fit_the_body",
                        "UPDATE log a SET body = b.body FROM log b WHERE a.position IN (7, 8) AND b.position = 15 - a.position"),
                sql("a middle row deleted", FindingKind.POSITION_MISSING, 8, "DELETE FROM log WHERE position = 8"),
                sql("the first row deleted", FindingKind.POSITION_MISSING, 0, "DELETE FROM log WHERE position = 0"),
                sql("a row added inside another", FindingKind.POSITION_TAKEN_TWICE, 2, copyOf(3, 2)),
                sql("a row added at the end", FindingKind.CHAIN_BROKEN, NEXT, copyOf(12, NEXT)),
                sql(
                        "the last three rows deleted",
                        FindingKind.HEAD_BEYOND_LOG,
                        10,
                        "DELETE FROM log WHERE position > 9"),
                row("every later chain computed anew", FindingKind.HEAD_DIFFERS, Booked.SIGNED, (f, b) -> {
                    f.replace(3, "c2VhbGVk", "d2VhbGVk");
                    f.recomputeChain(3);
                }));
    }

    private static String copyOf(long position, long as) {
        return """
                INSERT INTO log (partition, position, events, recorded_at, body, ends, root, chain)
                SELECT partition, %d, events, recorded_at, body, ends, root, chain FROM log WHERE position = %d""".formatted(as, position);
    }

    private static List<Tampering> indexes() {
        return List.of(
                sql(
                        "a row of an index deleted",
                        FindingKind.INDEX_ROW_MISSING,
                        7,
                        "DELETE FROM event_tag WHERE position = 7 AND kind = 6"),
                sql(
                        "a row of an index added",
                        FindingKind.INDEX_ROW_UNEXPECTED,
                        7,
                        "INSERT INTO event_tag VALUES (0, 6, gen_random_uuid(), 7)"),
                sql(
                        "a row added behind the index",
                        FindingKind.INDEX_ROW_UNEXPECTED,
                        NEXT,
                        "INSERT INTO event_tag VALUES (0, 6, gen_random_uuid(), 13)"),
                sql(
                        "a row of an index changed",
                        FindingKind.INDEX_ROW_MISSING,
                        7,
                        "UPDATE event_tag SET id = gen_random_uuid() WHERE position = 7 AND kind = 8"),
                sql("a state kept that no events left", FindingKind.SNAPSHOT_DIFFERS, 7, """
                        INSERT INTO snapshot
                        SELECT t.partition, t.kind, t.id, t.position, l.chain, %d, '{}'
                        FROM event_tag t
                        JOIN log l ON l.position = t.position
                        WHERE t.position = 7 AND t.kind = 6""".formatted(
                                StateCodec.FORMAT)),
                sql("a key deleted", FindingKind.INDEX_ROW_MISSING, 9, "DELETE FROM request WHERE position = 9"),
                sql(
                        "a key added",
                        FindingKind.INDEX_ROW_UNEXPECTED,
                        9,
                        "INSERT INTO request SELECT partition, client, gen_random_uuid(), 9 FROM request WHERE position = 9"),
                sql(
                        "a key that answers with another decision",
                        FindingKind.INDEX_ROW_UNEXPECTED,
                        8,
                        "UPDATE request SET position = 8 WHERE position = 9"),
                sql(
                        "a total changed",
                        FindingKind.TOTAL_WRONG,
                        12,
                        "UPDATE control SET credits = credits + 1 WHERE account = 'Income:Commission'"),
                sql(
                        "a total that nothing moved",
                        FindingKind.TOTAL_WRONG,
                        12,
                        "INSERT INTO control SELECT 0, ledger, 'Assets:Bank', 'EUR', 5, 5 FROM control LIMIT 1"),
                sql(
                        "the index ahead of the log",
                        FindingKind.INDEX_AHEAD_OF_LOG,
                        NEXT,
                        "UPDATE indexed SET position = 20"),
                sql("the index inside a row", FindingKind.INDEX_INSIDE_A_ROW, 1, "UPDATE indexed SET position = 1"));
    }

    private static List<Tampering> heads() {
        return List.of(
                row("a signed head changed", FindingKind.HEAD_SIGNATURE_WRONG, 9, (f, b) -> {
                    var lines = Files.readString(b.heads.path());
                    Files.writeString(b.heads.path(), lines.replace("\"position\":8", "\"position\":9"));
                }),
                row(
                        "a line among the heads",
                        FindingKind.HEAD_UNREADABLE,
                        12,
                        (f, b) -> Files.writeString(b.heads.path(), "all is well\n", StandardOpenOption.APPEND)));
    }

    /** Rows that were appended by somebody who knows how: what is wrong is what they say. */
    private static List<Tampering> forgeries() {
        return List.of(
                row("an entry that does not balance", FindingKind.EVENT_UNREADABLE, NEXT, (f, b) -> {
                    var sale = Forger.text(again(f, purchased(f)));
                    f.append(
                            sale.replace(":Payable\",-98,", ":Payable\",-97,"),
                            f.last().recordedAt());
                }),
                row("an event in other words", FindingKind.EVENT_UNREADABLE, NEXT, (f, b) -> {
                    f.append(
                            Forger.text(again(f, purchased(f))).replace(",\"d\":", ", \"d\":"),
                            f.last().recordedAt());
                }),
                row("a clock turned back", FindingKind.AT_BACKWARDS, NEXT, (f, b) -> {
                    var sale = again(f, purchased(f));
                    f.append(new RecordedEvent(
                            sale.position(), sale.at().minusSeconds(1), sale.ledger(), sale.request(), sale.event()));
                }),
                row("the machine's clock turned back", FindingKind.RECORDED_AT_BACKWARDS, NEXT, (f, b) -> {
                    f.append(Forger.text(again(f, purchased(f))), f.last().recordedAt() - 1);
                }),
                row("an event of no decision", FindingKind.DECISION_TORN, NEXT, (f, b) -> {
                    var sale = again(f, purchased(f));
                    f.append(new RecordedEvent(
                            sale.position(), sale.at(), sale.ledger(), Optional.empty(), sale.event()));
                }),
                row("a key decided twice", FindingKind.KEY_DECIDED_TWICE, NEXT, (f, b) -> {
                    var first = f.at(7);
                    f.append(purchased(f), header -> first.request().orElseThrow());
                }),
                row("a key decided twice, both indexed", FindingKind.KEY_DECIDED_TWICE, NEXT, (f, b) -> {
                    var first = f.at(7);
                    f.append(purchased(f), header -> first.request().orElseThrow());
                    f.sql("UPDATE indexed SET position = 13");
                }),
                row(
                        "more spent than there was",
                        FindingKind.BALANCE_BELOW_ZERO,
                        NEXT,
                        (f, b) -> f.append(sale(f, 500, 0, 100))),
                row("spent out of no lot", FindingKind.LOTS_DIFFER, NEXT, (f, b) -> f.append(sale(f, 100, 0, 0))),
                row(
                        "another balance told",
                        FindingKind.BALANCE_TOLD_WRONG,
                        NEXT,
                        (f, b) -> f.append(sale(f, 100, 301, 100))),
                row(
                        "earned what was never deferred",
                        FindingKind.DEFERRED_DIFFERS,
                        NEXT,
                        (f, b) -> f.append(earned(b))),
                row(
                        "a hold of which a half is forgotten",
                        FindingKind.HOLDS_DIFFER,
                        NEXT + 1,
                        (f, b) -> new ForgedHolds(f).halfForgotten()),
                row(
                        "two holds on the only unit",
                        FindingKind.DROP_OVERSOLD,
                        NEXT + 2,
                        (f, b) -> new ForgedHolds(f).oversold()),
                row(
                        "a unit captured after it had lapsed",
                        FindingKind.UNITS_DIFFER,
                        NEXT + 2,
                        (f, b) -> new ForgedHolds(f).capturedAfterTheLapse()),
                row(
                        "cash out that never came in",
                        FindingKind.CASH_OUT_NOT_COVERED,
                        NEXT,
                        (f, b) -> f.append(payOut(b))));
    }

    private static RecordedEvent again(Forger forger, Purchased purchased) throws Exception {
        var last = forger.at(Booked.LAST);
        var header = last.request().orElseThrow();
        var fresh = new RequestHeader(
                new RequestId(header.id().client(), Till.newKey()),
                header.fingerprint(),
                header.operation(),
                header.answerVersion(),
                header.tokenVersion(),
                1);
        return new RecordedEvent(NEXT, last.at(), last.ledger(), Optional.of(fresh), purchased);
    }

    /** The next purchase of 1.00, as the rules would have decided it. */
    private static Purchased purchased(Forger forger) throws Exception {
        return sale(forger, 100, 300, 100);
    }

    /** A purchase in which the sums need not agree: what is debited, what is told to be left, what is drawn. */
    private static Purchased sale(Forger forger, long debited, long told, long drawn) throws Exception {
        var last = (Purchased) forger.at(Booked.LAST).event();
        var postings = last.journalEntry().postings().stream()
                .map(posting -> scaled(posting, debited))
                .toList();
        var draws = drawn == 0 ? List.<Lot>of() : List.of(last.lots().getFirst().of(eur(drawn)));
        return new Purchased(
                last.ledger(),
                new PurchaseId(UUID.randomUUID()),
                last.wallet(),
                last.merchant(),
                last.client(),
                eur(debited),
                last.commission(),
                eur(told),
                draws,
                null,
                null,
                null,
                new JournalEntry(postings));
    }

    /** Of a sale of 1.00 with a commission of 0.02: the commission stays, the rest is another sum. */
    private static Posting scaled(Posting posting, long debited) {
        var rest = debited - 100;
        var amount = posting.money().amount();
        return new Posting(posting.account(), posting.side(), amount == 2 ? posting.money() : eur(amount + rest));
    }

    private static MembershipPeriodEnded earned(Booked booked) {
        var entry = JournalEntry.of(
                Posting.debit(new MembershipDeferred(), eur(5)), Posting.credit(new Memberships(), eur(5)));
        return new MembershipPeriodEnded(new MembershipId(UUID.randomUUID()), booked.wallet, eur(5), null, entry);
    }

    private static TopUpUnclaimed payOut(Booked booked) {
        Money all = eur(1_001);
        var entry = JournalEntry.of(
                Posting.debit(new Unclaimed(), all),
                Posting.credit(new ProcessorClearing(new ProcessorId("simulator")), all));
        return new TopUpUnclaimed(
                new TopUpId(UUID.randomUUID()), booked.wallet, all, new ProcessorReference("ch_2"), entry);
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void tampering_is_found_where_it_was_done(Tampering tampering) throws Exception {
        var booked = Booked.sound();
        assertThat(booked.fsck().findings()).isEmpty();
        try (var connection = booked.database.administrator().connect()) {
            tampering.deed().on(new Forger(connection), booked);
        }
        var first = booked.fsck().first().orElseThrow();
        assertThat(first.kind()).describedAs("%s", booked.fsck().findings()).isEqualTo(tampering.kind());
        assertThat(first.position()).isEqualTo(tampering.position());
    }

    @Test
    void a_forged_sale_that_breaks_no_rule_is_sound() throws Exception {
        var booked = Booked.sound();
        try (var connection = booked.database.administrator().connect()) {
            var forger = new Forger(connection);
            forger.append(purchased(forger));
        }
        assertThat(booked.fsck().findings()).isEmpty();
    }

    @Test
    void a_merchant_that_owes_what_was_refunded_after_its_payout_is_sound() throws Exception {
        var booked = Booked.sound();
        try (var connection = booked.database.administrator().connect()) {
            new ForgedRefunds(new Forger(connection)).refundedAfterThePayout();
        }
        assertThat(booked.fsck().findings()).isEmpty();
    }

    @Test
    void a_processor_that_paid_out_more_than_it_took_is_sound() throws Exception {
        var booked = Booked.sound();
        try (var connection = booked.database.administrator().connect()) {
            new ForgedSettlements(new Forger(connection)).moreThanItTook();
        }
        assertThat(booked.fsck().findings()).isEmpty();
    }

    @Test
    void credit_that_the_ledger_paid_for_and_a_merchant_was_paid_out_is_sound() throws Exception {
        var booked = Booked.sound();
        try (var connection = booked.database.administrator().connect()) {
            new ForgedRefunds(new Forger(connection)).creditPaidOut();
        }
        assertThat(booked.fsck().findings()).isEmpty();
    }

    @Test
    void every_finding_has_its_row_and_breaks_an_invariant() {
        var shown = tamperings()
                .map(Tampering::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingKind.class)));
        // A total that is wrong on one side comes first of the two; a projection's findings are its own test's.
        shown.add(FindingKind.TRIAL_BALANCE_NOT_ZERO);
        shown.add(FindingKind.PROJECTION_DIFFERS);
        assertThat(shown).containsExactlyInAnyOrder(FindingKind.values());
        assertThat(Arrays.stream(FindingKind.values()).map(Invariant::brokenBy)).containsOnly(Invariant.values());
    }
}
