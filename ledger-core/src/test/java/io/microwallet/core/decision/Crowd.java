package io.microwallet.core.decision;

import static io.microwallet.core.given.PopUp.CARD;
import static io.microwallet.core.given.PopUp.DECLINED;
import static io.microwallet.core.given.PopUp.LEDGER;
import static io.microwallet.core.given.PopUp.NAME;
import static io.microwallet.core.given.PopUp.PROCESSOR;
import static io.microwallet.core.given.PopUp.TILL;

import io.microwallet.core.chargeback.ChargebackCommand.WriteOffReceivable;
import io.microwallet.core.given.Log;
import io.microwallet.core.hold.HoldCommand.VoidHold;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.link.LinkCommand.CreateLink;
import io.microwallet.core.link.LinkCommand.RevokeLink;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.link.SecretHash;
import io.microwallet.core.merchant.MerchantCommand.AddMerchant;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.money.Money;
import io.microwallet.core.purchase.PurchaseCommand.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpFailed;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.core.wallet.WalletCommand.CloseWallet;
import io.microwallet.core.wallet.WalletCommand.EraseWallet;
import io.microwallet.core.wallet.WalletCommand.FreezeWallet;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletCommand.ResolveWallet;
import io.microwallet.core.wallet.WalletCommand.UnfreezeWallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Members, tills and a processor who do anything in any order, and some things twice. */
final class Crowd {
    private static final int WALLETS = 12;
    private static final int COMMANDS_UNTIL_THE_NEXT_MEMBER_LEAVES = 200;
    private static final int MERCHANTS = 4;
    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "JPY", "KWD");

    private final Random random;
    private final MoneyBack moneyBack;
    private final Holders holders;
    private int commands;
    private final List<TopUpId> topUps = new ArrayList<>();
    private final List<WalletId> toppedUp = new ArrayList<>();
    private final List<LinkId> links = new ArrayList<>();

    Crowd(long seed) {
        random = new Random(seed);
        moneyBack = new MoneyBack(random);
        holders = new Holders(random, moneyBack);
    }

    static List<WalletId> wallets() {
        var wallets = new ArrayList<WalletId>();
        for (var number = 0; number < WALLETS; number++) {
            wallets.add(new WalletId(new UUID(4, number)));
        }
        return wallets;
    }

    /** What someone does next; a member who leaves knows the balance and spends it to the last cent. */
    Command next(Log log) {
        commands++;
        return switch (random.nextInt(11)) {
            case 0, 1 -> leave(log);
            case 2, 3 -> moneyBack(log);
            case 4, 5, 6 -> holders.next(log, wallet(), merchant(), money());
            default -> anything();
        };
    }

    private Command leave(Log log) {
        var leaving = new WalletId(new UUID(4, commands / COMMANDS_UNTIL_THE_NEXT_MEMBER_LEAVES % WALLETS));
        return switch (log.state(leaving)) {
            case Wallet.Unborn _ -> new OpenWallet(LEDGER, leaving, TILL, null, null);
            case Wallet.Open wallet
            when wallet.funds().owes() -> new WriteOffReceivable(LEDGER, leaving, TILL, null, null);
            case Wallet.Open wallet when wallet.frozen() -> new UnfreezeWallet(leaving);
            case Wallet.Open wallet
            when !wallet.pendingTopUps().isEmpty() ->
                new ReportTopUpFailed(oldestOf(wallet.pendingTopUps()), leaving, DECLINED);
            case Wallet.Open wallet when !wallet.funds().holds().isEmpty() -> letGo(wallet);
            case Wallet.Open wallet
            when !wallet.isEmpty() -> buy(leaving, wallet.lots().getFirst().amount());
            case Wallet.Open _ -> new CloseWallet(leaving);
            case Wallet.Closed _, Wallet.Erased _ -> reportTopUp();
        };
    }

    private static Command letGo(Wallet.Open wallet) {
        var hold = wallet.funds().holds().getFirst();
        return new VoidHold(LEDGER, hold.id(), wallet.id(), hold.drop());
    }

    private Command moneyBack(Log log) {
        var some = topUps.isEmpty() ? -1 : random.nextInt(topUps.size());
        var topUp = some < 0 ? null : topUps.get(some);
        return moneyBack
                .next(log, wallet(), money(), topUp, some < 0 ? wallet() : toppedUp.get(some))
                .orElseGet(this::anything);
    }

    // The order of a set changes from run to run; a seed must always tell the same story.
    private TopUpId oldestOf(Set<TopUpId> pending) {
        return topUps.stream().filter(pending::contains).findFirst().orElseThrow();
    }

    private Command anything() {
        return switch (random.nextInt(20)) {
            case 0 -> new OpenWallet(LEDGER, wallet(), TILL, null, null);
            case 1 -> addMerchant();
            case 2, 3, 4 -> requestTopUp();
            case 5, 6, 7, 8 -> reportTopUp();
            case 9 -> aboutWallet();
            case 10 -> aboutLink();
            default -> buy(wallet(), money());
        };
    }

    private Command addMerchant() {
        var own = random.nextBoolean();
        var kind = own ? MerchantKind.OWN : MerchantKind.THIRD_PARTY;
        return new AddMerchant(LEDGER, merchant(), kind, own ? 0 : random.nextInt(10_001), NAME, null);
    }

    private Command requestTopUp() {
        var topUp = new TopUpId(random());
        var wallet = wallet();
        topUps.add(topUp);
        toppedUp.add(wallet);
        return new RequestTopUp(
                LEDGER, topUp, wallet, money(), PROCESSOR, Set.of(Mode.SANDBOX), CARD, null, null, null);
    }

    private Command reportTopUp() {
        if (topUps.isEmpty()) {
            return requestTopUp();
        }
        var some = random.nextInt(topUps.size());
        var topUp = topUps.get(some);
        var wallet = toppedUp.get(some);
        return random.nextInt(3) == 0
                ? new ReportTopUpFailed(topUp, wallet, DECLINED)
                : new ReportTopUpSucceeded(topUp, wallet, money(), new ProcessorReference("pay_" + some));
    }

    private Command aboutWallet() {
        var wallet = wallet();
        return switch (random.nextInt(6)) {
            case 0 -> new FreezeWallet(wallet);
            case 1, 2 -> new UnfreezeWallet(wallet);
            case 3 -> new CloseWallet(wallet);
            case 4 -> new EraseWallet(wallet);
            default -> new ResolveWallet(wallet, TILL);
        };
    }

    private Command aboutLink() {
        if (links.isEmpty() || random.nextBoolean()) {
            var link = new LinkId(random());
            links.add(link);
            var hash = new SecretHash("0".repeat(64));
            return new CreateLink(LEDGER, link, wallet(), TILL, hash, 1, Duration.ofDays(1));
        }
        return new RevokeLink(LEDGER, links.get(random.nextInt(links.size())));
    }

    private Command buy(WalletId wallet, Money amount) {
        var purchase = new PurchaseId(random());
        moneyBack.bought(purchase);
        return new Purchase(LEDGER, purchase, wallet, merchant(), TILL, amount, null, null, null);
    }

    private WalletId wallet() {
        return wallets().get(random.nextInt(WALLETS));
    }

    private MerchantId merchant() {
        return new MerchantId(new UUID(5, random.nextInt(MERCHANTS)));
    }

    // Small numbers most of the time, so that wallets are emptied to the last cent; once in a while a fortune.
    private Money money() {
        var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        return Money.of(
                random.nextInt(200) == 0 ? Money.AMOUNT_MAX - random.nextInt(3) : 1 + random.nextInt(5), currency);
    }

    private UUID random() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
