package io.microwallet.core.membership;

import io.microwallet.core.journal.Account;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.Booking;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.money.Money;
import io.microwallet.core.wallet.BurnDown;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.Lot;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A credit that a plan gives: out of what is left of the price, as far as that goes; the rest is a present of the ledger and a
 * lot of its own, because the two go different ways when they expire.
 */
record PlanCredit(List<Lot> lots) {
    private static final int NAME_BYTES = 3 * Long.BYTES + 1;

    /** How many lots a credit is where so much is left of the price: one that it pays for, a present, or both. */
    static int lotsOf(Money credit, Money deferred) {
        return deferred.isZero() || credit.compareTo(deferred) <= 0 ? 1 : 2;
    }

    /** @param number tells the credits of one membership apart */
    static PlanCredit of(OpenMembership membership, Money credit, int lifetimeDays, long number, Instant at) {
        var expires = at.plus(Duration.ofDays(lifetimeDays));
        var paid = credit.atMost(membership.deferred());
        var paidLot = lot(lotId(membership.id(), number, 0), paid, at, expires, Funder.plan());
        var present = lot(lotId(membership.id(), number, 1), credit.minus(paid), at, expires, Funder.ledger());
        return new PlanCredit(
                Stream.concat(paidLot, present).sorted(BurnDown.ORDER).toList());
    }

    private static Stream<Lot> lot(LotId id, Money amount, Instant at, Instant expires, Funder funder) {
        return amount.isZero() ? Stream.empty() : Stream.of(Lot.credit(id, amount, at, expires, funder));
    }

    // A decision makes no ids at random: these follow from the membership, so that they are the same in every replay.
    private static LotId lotId(MembershipId membership, long number, int part) {
        var name = new byte[NAME_BYTES];
        put(name, 0, membership.value().getMostSignificantBits());
        put(name, Long.BYTES, membership.value().getLeastSignificantBits());
        put(name, 2 * Long.BYTES, number);
        name[3 * Long.BYTES] = (byte) part;
        return new LotId(UUID.nameUUIDFromBytes(name));
    }

    private static void put(byte[] name, int from, long value) {
        for (var i = 0; i < Long.BYTES; i++) {
            name[from + i] = (byte) (value >>> (Long.SIZE - Byte.SIZE * (i + 1)));
        }
    }

    JournalEntry entry(WalletId wallet) {
        var booking = new Booking();
        for (var lot : lots) {
            booking.debit(pays(lot), lot.amount());
            booking.credit(new WalletFunds(wallet, LotKind.CREDIT, Availability.AVAILABLE), lot.amount());
        }
        return booking.entry();
    }

    private static Account pays(Lot lot) {
        return Funder.plan().equals(lot.funder()) ? new Account.MembershipDeferred() : new Account.MembershipCredits();
    }
}
