package io.microwallet.core.audit.model;

import io.microwallet.core.money.Currency;
import java.util.Map;
import java.util.TreeMap;

/** What moves: by account and currency, credits counted up. Written like {@code {Assets:Bank EUR=-5, Income:Sales:m_… EUR=5}}. */
public final class Entry {
    private final Map<String, Long> moves = new TreeMap<>();

    Entry debit(String account, long amount, Currency currency) {
        return move(account, -amount, currency);
    }

    Entry credit(String account, long amount, Currency currency) {
        return move(account, amount, currency);
    }

    private Entry move(String account, long amount, Currency currency) {
        var line = account + ' ' + currency;
        var sum = moves.getOrDefault(line, 0L) + amount;
        if (sum == 0) {
            moves.remove(line);
        } else {
            moves.put(line, sum);
        }
        return this;
    }

    Map<String, Long> moves() {
        return moves;
    }

    @Override
    public String toString() {
        return moves.toString();
    }
}
