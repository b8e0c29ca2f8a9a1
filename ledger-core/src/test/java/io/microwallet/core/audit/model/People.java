package io.microwallet.core.audit.model;

import io.microwallet.core.client.ClientCommand;
import io.microwallet.core.client.ClientCommand.AddClient;
import io.microwallet.core.client.ClientCommand.AddKey;
import io.microwallet.core.client.ClientCommand.RevokeClient;
import io.microwallet.core.client.ClientCommand.RevokeKey;
import io.microwallet.core.client.ClientId;
import io.microwallet.core.client.Credentials;
import io.microwallet.core.client.KeyId;
import io.microwallet.core.client.Scope;
import io.microwallet.core.ledger.LedgerCommand;
import io.microwallet.core.ledger.LedgerCommand.ChangeLimits;
import io.microwallet.core.ledger.LedgerCommand.CreateLedger;
import io.microwallet.core.ledger.LedgerCommand.MoveClockBy;
import io.microwallet.core.ledger.LedgerCommand.MoveClockTo;
import io.microwallet.core.ledger.LedgerId;
import io.microwallet.core.ledger.Limits;
import io.microwallet.core.ledger.Mode;
import io.microwallet.core.merchant.MerchantCommand;
import io.microwallet.core.merchant.MerchantCommand.AddMerchant;
import io.microwallet.core.merchant.MerchantKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ledgers, clients, keys and merchants. */
final class People {
    private static final int KEYS_MAX = 10;
    private static final Duration AHEAD_MAX = Duration.ofDays(3_653);

    private final Tables t;

    People(Tables tables) {
        t = tables;
    }

    Answer answer(LedgerCommand command, Instant at) {
        return switch (command) {
            case CreateLedger c -> create(c);
            case ChangeLimits c -> change(c);
            case MoveClockBy c -> move(c.ledger(), c.by(), at);
            case MoveClockTo c -> move(c.ledger(), Duration.between(at, c.to()), at);
        };
    }

    private Answer create(CreateLedger c) {
        if (t.ledgers.containsKey(c.ledger())) {
            return Answer.refused("LEDGER_ALREADY_EXISTS");
        }
        if (t.clients.containsKey(c.admin().client())) {
            return Answer.refused("CLIENT_ALREADY_EXISTS");
        }
        if (t.keys.containsKey(c.admin().key())) {
            return Answer.refused("KEY_ALREADY_EXISTS");
        }
        var ledger = new Rows.Ledger();
        ledger.mode = c.mode();
        ledger.zone = c.zone();
        t.ledgers.put(c.ledger(), ledger);
        return Answer.accepted(new ArrayList<>(), Told.of("LedgerCreated"), added(c.ledger(), c.admin()));
    }

    private Answer change(ChangeLimits c) {
        var ledger = t.ledgers.get(c.ledger());
        if (ledger == null) {
            return Answer.absent("LEDGER_NOT_FOUND");
        }
        var then = ledger.limits;
        ledger.limits = new Limits(
                named(c.change().balance(), then.balance()),
                named(c.change().topUp(), then.topUp()),
                named(c.change().topUpsADay(), then.topUpsADay()),
                named(c.change().openHolds(), then.openHolds()),
                named(c.change().openLots(), then.openLots()),
                named(c.change().refundGraceDays(), then.refundGraceDays()));
        return Answer.accepted(new ArrayList<>(), Told.of("LimitsChanged").with("limits", ledger.limits));
    }

    private static <T> T named(@Nullable T limit, T then) {
        return limit == null ? then : limit;
    }

    private Answer move(LedgerId id, Duration forward, Instant at) {
        var ledger = t.ledgers.get(id);
        if (ledger == null) {
            return Answer.absent("LEDGER_NOT_FOUND");
        }
        if (ledger.mode == Mode.LIVE) {
            return Answer.refused("CLOCK_ONLY_IN_SANDBOX");
        }
        if (forward.isNegative() || forward.isZero()) {
            return Answer.refused("CLOCK_NEVER_BACKWARDS");
        }
        if (ledger.ahead.plus(forward).compareTo(AHEAD_MAX) > 0) {
            return Answer.refused("CLOCK_TOO_FAR_AHEAD");
        }
        ledger.ahead = ledger.ahead.plus(forward);
        ledger.notBefore = at.plus(forward);
        return Answer.accepted(
                new ArrayList<>(),
                Told.of("ClockMoved")
                        .with("forwardMicros", forward.toNanos() / 1_000)
                        .with("to", at.plus(forward)));
    }

    private Told added(LedgerId ledger, Credentials asked) {
        var client = new Rows.Client();
        client.ledger = ledger;
        client.scopes = asked.scopes();
        t.clients.put(asked.client(), client);
        addKey(asked.client(), asked.key());
        return Told.of("ClientAdded")
                .with("client", asked.client())
                .with("scopes", asked.scopes())
                .with("key", asked.key())
                .with("publicKey", asked.publicKey())
                .with("name", asked.name());
    }

    private void addKey(ClientId client, KeyId id) {
        var key = new Rows.Key();
        key.client = client;
        key.number = t.keys.size();
        t.keys.put(id, key);
    }

    Answer answer(ClientCommand command) {
        return switch (command) {
            case AddClient c -> add(c);
            case RevokeClient c -> revoke(c);
            case AddKey c -> addKey(c);
            case RevokeKey c -> revokeKey(c);
        };
    }

    private Answer add(AddClient c) {
        var asked = c.credentials();
        if (!t.ledgers.containsKey(c.ledger())) {
            return Answer.absent("LEDGER_NOT_FOUND");
        }
        if (t.clients.containsKey(asked.client())) {
            return Answer.refused("CLIENT_ALREADY_EXISTS");
        }
        if (asked.scopes().contains(Scope.OPERATOR)) {
            return Answer.refused("SCOPE_NOT_GRANTABLE");
        }
        if (t.keys.containsKey(asked.key())) {
            return Answer.refused("KEY_ALREADY_EXISTS");
        }
        return Answer.accepted(new ArrayList<>(), added(c.ledger(), asked));
    }

    private Rows.Client client(ClientId id, LedgerId ledger) {
        var client = t.clients.get(id);
        return client != null && client.ledger.equals(ledger) ? client : null;
    }

    /** The keys of a client that still sign, in the order in which they came. */
    private List<KeyId> keysOf(ClientId client) {
        var keys = new ArrayList<KeyId>();
        t.keys.forEach((id, key) -> {
            if (key.client.equals(client) && !key.revoked) {
                keys.add(id);
            }
        });
        return keys;
    }

    private Answer revoke(RevokeClient c) {
        var client = client(c.client(), c.ledger());
        if (client == null) {
            return Answer.absent("CLIENT_NOT_FOUND");
        }
        if (client.revoked) {
            return Answer.refused("CLIENT_REVOKED");
        }
        client.revoked = true;
        var keys = keysOf(c.client());
        keys.forEach(key -> t.keys.get(key).revoked = true);
        return Answer.accepted(new ArrayList<>(), Told.of("ClientRevoked").with("keys", keys));
    }

    private Answer addKey(AddKey c) {
        var client = client(c.client(), c.ledger());
        if (client == null) {
            return Answer.absent("CLIENT_NOT_FOUND");
        }
        if (client.revoked) {
            return Answer.refused("CLIENT_REVOKED");
        }
        if (t.keys.containsKey(c.key())) {
            return Answer.refused("KEY_ALREADY_EXISTS");
        }
        if (keysOf(c.client()).size() >= KEYS_MAX) {
            return Answer.refused("TOO_MANY_KEYS");
        }
        addKey(c.client(), c.key());
        return Answer.accepted(new ArrayList<>(), Told.of("KeyAdded").with("scopes", client.scopes));
    }

    private Answer revokeKey(RevokeKey c) {
        if (client(c.client(), c.ledger()) == null) {
            return Answer.absent("CLIENT_NOT_FOUND");
        }
        var key = t.keys.get(c.key());
        if (key == null || !key.client.equals(c.client())) {
            return Answer.absent("KEY_NOT_FOUND");
        }
        if (key.revoked) {
            return Answer.refused("KEY_REVOKED");
        }
        key.revoked = true;
        return Answer.accepted(new ArrayList<>(), Told.of("KeyRevoked"));
    }

    Answer answer(MerchantCommand command) {
        return switch (command) {
            case AddMerchant c -> add(c);
        };
    }

    private Answer add(AddMerchant c) {
        if (t.merchants.containsKey(c.merchant())) {
            return Answer.refused("MERCHANT_ALREADY_EXISTS");
        }
        if (c.kind() == MerchantKind.OWN && c.commissionBasisPoints() != 0) {
            return Answer.refused("COMMISSION_ON_OWN_SALES");
        }
        var merchant = new Rows.Merchant();
        merchant.ledger = c.ledger();
        merchant.kind = c.kind();
        merchant.basisPoints = c.commissionBasisPoints();
        t.merchants.put(c.merchant(), merchant);
        return Answer.accepted(new ArrayList<>(), Told.of("MerchantAdded"));
    }
}
