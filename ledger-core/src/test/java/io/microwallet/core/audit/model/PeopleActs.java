package io.microwallet.core.audit.model;

import static io.microwallet.core.audit.model.Dice.LEDGER;
import static io.microwallet.core.audit.model.Dice.LIVE;

import io.microwallet.core.client.ClientCommand.AddClient;
import io.microwallet.core.client.ClientCommand.AddKey;
import io.microwallet.core.client.ClientCommand.RevokeClient;
import io.microwallet.core.client.ClientCommand.RevokeKey;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.PublicKey;
import io.microwallet.core.client.Scope;
import io.microwallet.core.decision.Command;
import io.microwallet.core.ledger.LedgerCommand.ChangeLimits;
import io.microwallet.core.ledger.LedgerCommand.CreateLedger;
import io.microwallet.core.ledger.LedgerCommand.MoveClockBy;
import io.microwallet.core.ledger.LedgerCommand.MoveClockTo;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.LimitsChange;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.merchant.MerchantCommand.AddMerchant;
import io.microwallet.core.merchant.MerchantKind;
import io.microwallet.core.privacy.SealedText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Operators and admins. */
final class PeopleActs implements Acts {
    static final SealedText TEXT = new SealedText("c2VhbGVk");
    static final ClientId TILL = new ClientId(new UUID(2, 0));
    private static final PublicKey PUBLIC_KEY = new PublicKey(PublicKey.Algorithm.ED25519, "A".repeat(43));
    private static final int CLIENTS = 5;
    private static final int KEYS = 40;

    private final Tables t;
    private final Dice dice;

    PeopleActs(Tables tables, Dice dice) {
        t = tables;
        this.dice = dice;
    }

    @Override
    public int share() {
        return t.ledgers.size() < 2 || t.merchants.size() < 4 ? 40 : 9;
    }

    @Override
    public Command next(Instant now) {
        if (!t.ledgers.containsKey(LEDGER) || dice.oneIn(t.ledgers.size() < 2 ? 4 : 20)) {
            return create();
        }
        if (dice.oneIn(2)) {
            return dice.oneIn(6) ? moveClock(now) : new ChangeLimits(dice.ledger(), TILL, change());
        }
        return t.merchants.size() < 4 || dice.oneIn(12) ? addMerchant() : aboutClient();
    }

    /** To generous ones, so that something happens, and to tight ones, so that something is refused, as often; some stay. */
    private LimitsChange change() {
        var generous = dice.oneIn(2);
        return new LimitsChange(
                perhaps(generous ? List.of() : List.of(dice.limit())),
                perhaps(dice.oneIn(3) ? List.of(dice.little()) : List.of()),
                perhaps(1 + dice.upTo(generous ? 50 : 4)),
                perhaps(1 + dice.upTo(generous ? 50 : 3)),
                perhaps(1 + dice.upTo(generous ? 200 : 6)),
                perhaps(1 + dice.upTo(30)));
    }

    private <T> @Nullable T perhaps(T limit) {
        return dice.oneIn(4) ? null : limit;
    }

    private Command moveClock(Instant now) {
        var by = switch (dice.upTo(6)) {
            case 0 -> Duration.ofDays(3_653L + dice.upTo(2)).plusNanos(1_000L * dice.upTo(2));
            case 1 -> Duration.ofMinutes(-dice.upTo(2));
            default -> Duration.ofMinutes(dice.upTo(300));
        };
        var ledger = dice.oneIn(5) ? LIVE : LEDGER;
        return dice.oneIn(2) ? new MoveClockBy(ledger, TILL, by) : new MoveClockTo(ledger, TILL, now.plus(by));
    }

    private Command create() {
        var live = t.ledgers.containsKey(LEDGER);
        var another = t.ledgers.containsKey(LIVE) && dice.oneIn(2);
        var key = dice.lately(t.keys.keySet());
        var admin = another && key != null && dice.oneIn(2)
                ? new Credentials(new ClientId(dice.id()), key, PUBLIC_KEY, Set.of(Scope.ADMIN), TEXT)
                : credentials(Scope.ADMIN);
        return new CreateLedger(
                another ? new LedgerId(dice.id()) : live ? LIVE : LEDGER,
                live ? Mode.LIVE : Mode.SANDBOX,
                ZoneId.of("Europe/Berlin"),
                TEXT,
                admin);
    }

    private Command addMerchant() {
        var own = dice.oneIn(3);
        var merchant = dice.merchant();
        return new AddMerchant(
                dice.oneIn(20) ? dice.ledger() : dice.ledger(merchant),
                merchant,
                own ? MerchantKind.OWN : MerchantKind.THIRD_PARTY,
                own && !dice.oneIn(9) ? 0 : dice.upTo(dice.oneIn(5) ? 10_001 : 1_200),
                TEXT,
                null);
    }

    private Command aboutClient() {
        return switch (dice.upTo(10)) {
            case 0, 1 -> new AddClient(dice.ledger(), credentials(dice.oneIn(5) ? Scope.OPERATOR : Scope.CHECKOUT));
            case 2 -> dice.oneIn(3) ? new RevokeClient(dice.ledger(), client()) : aboutKey(true);
            case 3 -> aboutKey(true);
            default -> aboutKey(false);
        };
    }

    /** Mostly of a client that has or may have it. */
    private Command aboutKey(boolean revoked) {
        var known = dice.lately(t.keys.keySet());
        var client = known == null ? client() : t.keys.get(known).client;
        var ledger = t.clients.containsKey(client) ? t.clients.get(client).ledger : dice.ledger();
        return revoked
                ? new RevokeKey(ledger, dice.oneIn(4) ? client() : client, known == null ? key() : known)
                : new AddKey(ledger, client, key(), PUBLIC_KEY);
    }

    private Credentials credentials(Scope scope) {
        return new Credentials(client(), key(), PUBLIC_KEY, Set.of(scope), TEXT);
    }

    private ClientId client() {
        return new ClientId(new UUID(2, dice.upTo(t.clients.size() < 3 ? 3 : CLIENTS)));
    }

    private KeyId key() {
        return new KeyId(new UUID(3, dice.upTo(dice.oneIn(20) ? 3 : KEYS)));
    }
}
