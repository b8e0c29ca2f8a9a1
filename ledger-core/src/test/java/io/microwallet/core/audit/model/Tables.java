package io.microwallet.core.audit.model;

import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.payout.PayoutId;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that the model knows, in plain maps and lists. */
final class Tables {
    final Map<LedgerId, Rows.Ledger> ledgers = new LinkedHashMap<>();
    final Map<ClientId, Rows.Client> clients = new LinkedHashMap<>();
    final Map<KeyId, Rows.Key> keys = new LinkedHashMap<>();
    final Map<MerchantId, Rows.Merchant> merchants = new LinkedHashMap<>();
    final Map<WalletId, Rows.Wallet> wallets = new LinkedHashMap<>();
    final Map<TopUpId, Rows.TopUp> topUps = new LinkedHashMap<>();
    final List<Rows.Lot> lots = new ArrayList<>();
    final Map<HoldId, Rows.Hold> holds = new LinkedHashMap<>();
    final Map<PurchaseId, Rows.Sale> sales = new LinkedHashMap<>();
    final Map<PopUpId, Rows.PopUp> popUps = new LinkedHashMap<>();
    final Map<DropId, Rows.Drop> drops = new LinkedHashMap<>();
    final Set<RefundId> refunds = new LinkedHashSet<>();
    final List<Rows.SentBack> sentBack = new ArrayList<>();
    final Map<ChargebackId, Rows.Dispute> disputes = new LinkedHashMap<>();
    /** What was written off and not recovered, by wallet and currency. */
    final Map<String, Long> writtenOff = new HashMap<>();

    final Map<LinkId, Rows.Link> links = new LinkedHashMap<>();
    final Map<PayoutId, Rows.Payout> payouts = new LinkedHashMap<>();

    /** By account and currency, credits counted up. */
    final Map<String, Long> accounts = new HashMap<>();

    /** All instants at which something ends by itself. */
    void ends(List<Instant> ends) {
        lots.stream().filter(lot -> lot.expires != null && lot.free > 0).forEach(lot -> ends.add(lot.expires));
        holds.values().stream().filter(hold -> hold.status.equals("open")).forEach(hold -> ends.add(hold.expires));
        drops.values().forEach(drop -> ends.addAll(List.of(drop.opens, drop.closes)));
        popUps.values().forEach(popUp -> ends.addAll(List.of(popUp.opens, popUp.closes)));
    }

    Entry post(Entry entry) {
        entry.moves().forEach((line, amount) -> accounts.merge(line, amount, Math::addExact));
        return entry;
    }

    long balance(String account, Currency currency) {
        return accounts.getOrDefault(account + ' ' + currency, 0L);
    }

    /** The wallet as a ledger sees it: another ledger's is none of its own. */
    Rows.Wallet wallet(WalletId id, LedgerId ledger) {
        var wallet = wallets.get(id);
        return wallet != null && wallet.ledger.equals(ledger) ? wallet : null;
    }

    Rows.Merchant merchant(MerchantId id, LedgerId ledger) {
        var merchant = merchants.get(id);
        return merchant != null && merchant.ledger.equals(ledger) ? merchant : null;
    }

    /** Whether a pop-up is named that is not there. */
    boolean misses(PopUpId id, LedgerId ledger) {
        return id != null && (!popUps.containsKey(id) || !popUps.get(id).ledger.equals(ledger));
    }

    /** What a member owes in one currency. */
    long owed(WalletId wallet, Currency currency) {
        return -balance(Chart.receivable(wallet), currency);
    }

    boolean owesAnything(WalletId wallet) {
        return accounts.entrySet().stream()
                .anyMatch(it -> it.getKey().startsWith(Chart.receivable(wallet)) && it.getValue() != 0);
    }

    /** By order, or because the member owes something. */
    boolean frozen(WalletId wallet) {
        return wallets.get(wallet).frozen || owesAnything(wallet);
    }
}
