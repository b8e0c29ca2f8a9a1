package io.microwallet.core.audit.model;

import io.microwallet.core.chargeback.ChargebackId;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.hold.HoldId;
import io.microwallet.core.job.JobId;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.money.Currency;
import io.microwallet.core.payout.PayoutId;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundId;
import io.microwallet.core.settlement.ProcessorPayoutId;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.WalletId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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

    final Map<PlanId, Rows.Plan> plans = new LinkedHashMap<>();
    final Map<MembershipId, Rows.Membership> memberships = new LinkedHashMap<>();
    final Map<LinkId, Rows.Link> links = new LinkedHashMap<>();
    final Map<PayoutId, Rows.Payout> payouts = new LinkedHashMap<>();
    final Map<ProcessorPayoutId, Rows.ProcessorPayout> processorPayouts = new LinkedHashMap<>();
    final Map<JobId, Rows.Job> jobs = new LinkedHashMap<>();

    /** The receivables that are not zero, what was touched last comes last. */
    final Set<String> owing = new LinkedHashSet<>();

    /** By account and currency, credits counted up. */
    final Map<String, Long> accounts = new HashMap<>();

    /** All instants at which something ends by itself. */
    void ends(List<Instant> ends) {
        lots.stream().filter(lot -> lot.expires != null && lot.free > 0).forEach(lot -> ends.add(lot.expires));
        holds.values().stream().filter(hold -> hold.status.equals("open")).forEach(hold -> ends.add(hold.expires));
        memberships.values().stream().filter(it -> it.runs).forEach(it -> ends.add(it.periodEnds));
        drops.values().forEach(drop -> ends.addAll(List.of(drop.opens, drop.closes)));
        popUps.values().forEach(popUp -> ends.addAll(List.of(popUp.opens, popUp.closes)));
    }

    void clear() {
        List.of(ledgers, clients, keys, merchants, wallets, topUps, holds, sales, popUps, drops, disputes)
                .forEach(Map::clear);
        List.of(writtenOff, plans, memberships, links, payouts, processorPayouts, jobs, accounts)
                .forEach(Map::clear);
        List.of(lots, refunds, sentBack, owing).forEach(Collection::clear);
    }

    Entry post(Entry entry) {
        entry.moves().forEach((line, amount) -> {
            accounts.merge(line, amount, Math::addExact);
            if (line.startsWith(Chart.RECEIVABLES)) {
                owing.remove(line);
                owing.addAll(accounts.get(line) == 0 ? Set.of() : Set.of(line));
            }
        });
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

    /** A ledger's limits; the usual ones where there is no such ledger. */
    Limits limits(LedgerId id) {
        var ledger = ledgers.get(id);
        return ledger == null ? new Rows.Ledger().limits : ledger.limits;
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
        return owing.stream().anyMatch(line -> line.startsWith(Chart.receivable(wallet)));
    }

    /** By order, or because the member owes something. */
    boolean frozen(WalletId wallet) {
        return wallets.get(wallet).frozen || owesAnything(wallet);
    }
}
