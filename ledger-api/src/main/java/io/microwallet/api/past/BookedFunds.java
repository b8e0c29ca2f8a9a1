package io.microwallet.api.past;

import io.microwallet.core.journal.Account.Availability;
import io.microwallet.core.journal.Account.WalletFunds;
import io.microwallet.core.journal.JournalEntry;
import io.microwallet.core.journal.Posting;
import io.microwallet.core.journal.Side;
import io.microwallet.core.money.Currency;
import io.microwallet.core.wallet.WalletId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What entries come to in the accounts of one wallet: its balances by the books alone, without any rule. */
public final class BookedFunds {
    private static final Comparator<Currency> BY_CODE = Comparator.comparing(Currency::code);

    private final WalletId wallet;
    private final TreeMap<Currency, Booked> sums = new TreeMap<>(BY_CODE);

    public BookedFunds(WalletId wallet) {
        this.wallet = wallet;
    }

    /** Minor units; below zero only by effective time, where money was spent before it is said to have come. */
    public record Booked(Currency currency, long available, long held) {
        private static Booked none(Currency currency) {
            return new Booked(currency, 0, 0);
        }

        private static Booked of(Currency currency, Availability availability, long amount) {
            return availability == Availability.HELD
                    ? new Booked(currency, 0, amount)
                    : new Booked(currency, amount, 0);
        }

        private Booked plus(Booked other) {
            return new Booked(currency, Math.addExact(available, other.available), Math.addExact(held, other.held));
        }

        /** Both together. */
        public long ledger() {
            return Math.addExact(available, held);
        }
    }

    public void add(JournalEntry entry) {
        entry.postings().forEach(this::add);
    }

    private void add(Posting posting) {
        if (posting.account() instanceof WalletFunds funds && funds.wallet().equals(wallet)) {
            var amount = posting.money().amount();
            var signed = posting.side() == Side.CREDIT ? amount : -amount;
            var currency = posting.money().currency();
            sums.merge(currency, Booked.of(currency, funds.availability(), signed), Booked::plus);
        }
    }

    /** The currencies that were ever moved. */
    public Set<Currency> currencies() {
        return sums.keySet();
    }

    /** One line for each of these currencies, in the order of their codes. */
    public List<Booked> in(Collection<Currency> currencies) {
        return currencies.stream()
                .sorted(BY_CODE)
                .map(currency -> sums.getOrDefault(currency, Booked.none(currency)))
                .toList();
    }

    /** One line for each currency that was ever moved. */
    public List<Booked> all() {
        return List.copyOf(sums.values());
    }
}
