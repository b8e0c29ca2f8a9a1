package io.microwallet.eventstore.check.replay;

import io.microwallet.core.money.Currency;
import io.microwallet.core.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is left of each of many things. Open addressing in arrays, some 28 bytes a place: there are as many purchases as
 * events, and a map of objects takes five times as much.
 */
final class Leftovers {
    private static final int PLACES = 1_024;

    private long[] most = new long[PLACES];
    private long[] least = new long[PLACES];
    private long[] left = new long[PLACES];
    private @Nullable Currency[] currencies = new Currency[PLACES];
    private int count;

    /** Of one currency a thing: what is added in another is not there to be taken. */
    void add(UUID id, Money more) {
        if (count >= most.length / 4 * 3) {
            grow();
        }
        var place = place(id.getMostSignificantBits(), id.getLeastSignificantBits());
        if (currencies[place] == null) {
            put(place, id.getMostSignificantBits(), id.getLeastSignificantBits(), 0, more.currency());
            count++;
        }
        if (currencies[place] == more.currency()) {
            left[place] += more.amount();
        }
    }

    /** Takes nothing, and says no, where less is left. */
    boolean take(UUID id, Money part) {
        var place = place(id.getMostSignificantBits(), id.getLeastSignificantBits());
        if (currencies[place] != part.currency() || left[place] < part.amount()) {
            return false;
        }
        left[place] -= part.amount();
        return true;
    }

    /** Where it stands, or would: the first of its places that is its own or empty. */
    private int place(long high, long low) {
        var mask = most.length - 1;
        var place = Long.hashCode((high ^ low) * 0x9E37_79B9_7F4A_7C15L) & mask;
        while (currencies[place] != null && (most[place] != high || least[place] != low)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void put(int place, long high, long low, long amount, @Nullable Currency currency) {
        most[place] = high;
        least[place] = low;
        left[place] = amount;
        currencies[place] = currency;
    }

    private void grow() {
        var oldMost = most;
        var oldLeast = least;
        var oldLeft = left;
        var oldCurrencies = currencies;
        most = new long[oldMost.length * 2];
        least = new long[most.length];
        left = new long[most.length];
        currencies = new Currency[most.length];
        for (var i = 0; i < oldMost.length; i++) {
            if (oldCurrencies[i] != null) {
                put(place(oldMost[i], oldLeast[i]), oldMost[i], oldLeast[i], oldLeft[i], oldCurrencies[i]);
            }
        }
    }
}
