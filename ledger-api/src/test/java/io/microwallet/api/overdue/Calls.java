package io.microwallet.api.overdue;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.Scope;
import io.microwallet.core.credit.CreditCommand.GrantCredit;
import io.microwallet.core.decision.Command;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.ledger.LedgerCommand.CreateLedger;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.membership.Benefits;
import io.microwallet.core.membership.MemberPrice;
import io.microwallet.core.membership.MembershipCommand.CreatePlan;
import io.microwallet.core.membership.MembershipCommand.StartMembership;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.membership.PlanTerms;
import io.microwallet.core.money.Money;
import io.microwallet.core.privacy.SealedText;
import io.microwallet.core.request.Decisions;
import io.microwallet.core.request.Fingerprint;
import io.microwallet.core.request.IdempotencyKey;
import io.microwallet.core.request.Operation;
import io.microwallet.core.request.Outcome;
import io.microwallet.core.request.Request;
import io.microwallet.core.request.RequestId;
import io.microwallet.core.topup.CardToken;
import io.microwallet.core.topup.ProcessorReference;
import io.microwallet.core.topup.TopUpCommand.ReportTopUpSucceeded;
import io.microwallet.core.topup.TopUpCommand.RequestTopUp;
import io.microwallet.core.topup.TopUpId;
import io.microwallet.core.wallet.Funder;
import io.microwallet.core.wallet.LotId;
import io.microwallet.core.wallet.WalletCommand.OpenWallet;
import io.microwallet.core.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a till asks of the store: one ledger, one wallet, a plan of 20.00 for 30 days. */
final class Calls {
    static final LedgerId LEDGER = new LedgerId(new UUID(7, 1));
    static final WalletId WALLET = new WalletId(new UUID(7, 2));
    static final MembershipId MEMBERSHIP = new MembershipId(new UUID(7, 3));
    private static final ClientId TILL = new ClientId(new UUID(7, 4));
    private static final PlanId PLAN = new PlanId(new UUID(7, 5));
    private static final SealedText TEXT = new SealedText("c29tZQ");

    private final Decisions decisions;
    private final InstantSource clock;

    Calls(Decisions decisions, InstantSource clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    static Money eur(long cents) {
        return Money.of(cents, "EUR");
    }

    void open() {
        call(new CreateLedger(LEDGER, Mode.SANDBOX, ZoneOffset.UTC, TEXT, admin()));
        call(new OpenWallet(LEDGER, WALLET, TILL, null, null));
        var terms = new PlanTerms(eur(2_000), 30, null, 0, new Benefits(0, MemberPrice.NO, List.of()));
        call(new CreatePlan(LEDGER, PLAN, TEXT, terms, null));
    }

    void topUp(long cents) {
        var id = new TopUpId(UUID.randomUUID());
        var processor = new ProcessorId("simulator");
        call(new RequestTopUp(
                LEDGER,
                id,
                WALLET,
                eur(cents),
                processor,
                Set.of(Mode.SANDBOX),
                new CardToken("tok_visa"),
                null,
                null,
                null));
        call(new ReportTopUpSucceeded(id, WALLET, eur(cents), new ProcessorReference("pay_1")));
    }

    void join() {
        call(new StartMembership(LEDGER, MEMBERSHIP, WALLET, PLAN, TILL, null));
    }

    void give(long cents, Instant expires) {
        var lot = new LotId(UUID.randomUUID());
        call(new GrantCredit(LEDGER, lot, WALLET, TILL, eur(cents), Funder.ledger(), expires, null));
    }

    void call(Command command) {
        var key = UUID.randomUUID();
        var request = new Request(
                new RequestId(TILL, new IdempotencyKey(key)),
                new Fingerprint(1, 2),
                LEDGER,
                Operation.PURCHASE,
                1,
                1,
                clock.instant().plus(Duration.ofMinutes(1)));
        var outcome = decisions.submit(request, command).join();
        if (!(outcome instanceof Outcome.Decided) && !(outcome instanceof Outcome.AlreadyKnown)) {
            throw new AssertionError(outcome);
        }
    }

    private static Credentials admin() {
        var key = new PublicKey(PublicKey.Algorithm.ED25519, "A".repeat(43));
        return new Credentials(new ClientId(new UUID(7, 6)), new KeyId(new UUID(7, 7)), key, Set.of(Scope.ADMIN), TEXT);
    }
}
