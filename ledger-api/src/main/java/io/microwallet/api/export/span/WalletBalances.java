package io.microwallet.api.export.span;

import io.microwallet.api.export.span.AccountBalances.Balance;
import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.money.Currency;
import io.microwallet.core.wallet.LotKind;
import io.microwallet.core.wallet.WalletId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Balances of the accounts of very many wallets: a hash table with open addressing over plain arrays, because a million
 * wallets as objects in a HashMap would take four times the memory. Rows keep the order in which they came.
 */
final class WalletBalances {
    private static final LotKind[] KINDS = LotKind.values();
    private static final Availability[] AVAILABILITIES = Availability.values();
    private static final int ROWS_FIRST = 1_024;
    private static final int SLOTS_A_ROW = 2;
    private static final int EMPTY = 0;

    private long[] high = new long[ROWS_FIRST];
    private long[] low = new long[ROWS_FIRST];
    private int[] part = new int[ROWS_FIRST];
    private long[] opening = new long[ROWS_FIRST];
    private final BitSet inSpan = new BitSet();
    /** Row + 1, or {@link #EMPTY}. */
    private int[] slots = new int[ROWS_FIRST * SLOTS_A_ROW];

    private final List<Currency> currencies = new ArrayList<>();
    private int rows;

    void add(WalletFunds funds, Currency currency, long signed, boolean touched) {
        var row = row(funds.wallet().value(), partOf(funds, currency));
        opening[row] = Math.addExact(opening[row], signed);
        if (touched) {
            inSpan.set(row);
        }
    }

    Stream<Balance> stream() {
        return IntStream.range(0, rows).mapToObj(this::balance);
    }

    private Balance balance(int row) {
        var wallet = new WalletId(new UUID(high[row], low[row]));
        var kind = KINDS[part[row] % KINDS.length];
        var availability = AVAILABILITIES[part[row] / KINDS.length % AVAILABILITIES.length];
        var currency = currencies.get(part[row] / KINDS.length / AVAILABILITIES.length);
        return new Balance(new WalletFunds(wallet, kind, availability), currency, opening[row], inSpan.get(row));
    }

    /** Kind, availability and currency in one small number. */
    private int partOf(WalletFunds funds, Currency currency) {
        var index = currencies.indexOf(currency);
        if (index < 0) {
            index = currencies.size();
            currencies.add(currency);
        }
        return (index * AVAILABILITIES.length + funds.availability().ordinal()) * KINDS.length
                + funds.kind().ordinal();
    }

    private int row(UUID wallet, int wanted) {
        var slot = slotOf(wallet.getMostSignificantBits(), wallet.getLeastSignificantBits(), wanted);
        if (slots[slot] != EMPTY) {
            return slots[slot] - 1;
        }
        high[rows] = wallet.getMostSignificantBits();
        low[rows] = wallet.getLeastSignificantBits();
        part[rows] = wanted;
        slots[slot] = ++rows;
        if (rows == high.length) {
            grow();
        }
        return rows - 1;
    }

    /** The slot that holds this key, or the empty one where it belongs. */
    private int slotOf(long wantedHigh, long wantedLow, int wantedPart) {
        var mixed = (wantedHigh ^ Long.rotateLeft(wantedLow, 32) ^ wantedPart) * 0x9E3779B97F4A7C15L;
        var slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[slot] != EMPTY && !holds(slots[slot] - 1, wantedHigh, wantedLow, wantedPart)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean holds(int row, long wantedHigh, long wantedLow, int wantedPart) {
        return low[row] == wantedLow && high[row] == wantedHigh && part[row] == wantedPart;
    }

    private void grow() {
        high = Arrays.copyOf(high, rows * 2);
        low = Arrays.copyOf(low, rows * 2);
        part = Arrays.copyOf(part, rows * 2);
        opening = Arrays.copyOf(opening, rows * 2);
        slots = new int[rows * 2 * SLOTS_A_ROW];
        for (var row = 0; row < rows; row++) {
            slots[slotOf(high[row], low[row], part[row])] = row + 1;
        }
    }
}
