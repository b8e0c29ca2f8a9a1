package io.microwallet.api.cli.noun;

import static io.microwallet.api.cli.call.Field.argument;
import static io.microwallet.api.cli.call.Field.option;

import io.microwallet.api.cli.call.Kind;
import io.microwallet.api.cli.call.Noun;
import io.microwallet.api.cli.call.Signer;
import io.microwallet.api.cli.call.Verb;
import io.microwallet.api.cli.keys.ClientAddCommand;
import io.microwallet.api.cli.keys.KeyAddCommand;
import io.microwallet.api.cli.keys.LedgerAddCommand;

/** Ledgers, who may call them, who sells in them, and what they allow. */
final class Settings {
    private Settings() {}

    static Noun ledger() {
        return Noun.of(
                        "ledger",
                        "Open a ledger, or list them.",
                        Verb.list(
                                        "/v1/ledgers",
                                        "List the ledgers, newest first.",
                                        "id",
                                        "name",
                                        "mode",
                                        "timeZone",
                                        "createdAt")
                                .by(Signer.OPERATOR))
                .and("add", LedgerAddCommand.class);
    }

    static Noun client() {
        return Noun.of(
                        "client",
                        "Add a client of the API, list them, or revoke one or a key of it.",
                        Verb.list(
                                        "/v1/clients",
                                        "List the clients, newest first.",
                                        "id",
                                        "name",
                                        "status",
                                        "scopes",
                                        "createdAt")
                                .by(Signer.ADMIN),
                        Verb.read("show", "/v1/clients/{client}", "Show a client and the ids of its keys.")
                                .by(Signer.ADMIN)
                                .as("c_…"),
                        Verb.write(
                                        "revoke",
                                        "/v1/clients/{client}/revoke",
                                        "End a client and every key of it, for ever.")
                                .as("c_…"),
                        Verb.write("revoke-key", "/v1/clients/{client}/keys/{keyId}/revoke", "End one key, for ever.")
                                .as("c_… live_k_…"))
                .and("add", ClientAddCommand.class)
                .and("add-key", KeyAddCommand.class);
    }

    static Noun merchant() {
        return Noun.of(
                "merchant",
                "Add a seller, or list them.",
                Verb.write("add", "/v1/merchants", "Add a seller to the ledger.")
                        .with(
                                argument("name", Kind.TEXT, "The seller's name."),
                                option(
                                                "kind",
                                                Kind.TEXT,
                                                "third-party: its sales are owed to it; own: they are income.")
                                        .or("third-party"),
                                option("commissionBasisPoints", Kind.NUMBER, "Of each sale: 250 is 2.5 %%.")
                                        .called("--commission")
                                        .or("0"),
                                Common.REFERENCE)
                        .as("\"Ana's Ceramics\" --commission 1000"),
                Verb.read("show", "/v1/merchants/{merchant}", "Show a seller.").as("m_…"),
                Verb.list(
                                "/v1/merchants",
                                "List the sellers, newest first.",
                                "id",
                                "name",
                                "kind",
                                "commissionBasisPoints=COMMISSION (BP)",
                                "reference",
                                "createdAt")
                        .with(Common.REFERENCE_FILTER));
    }

    static Noun limits() {
        return Noun.of(
                "limits",
                "Show or change what one wallet may hold and do.",
                Verb.read("show", "/v1/limits", "Show the limits, and who changed them when.")
                        .by(Signer.ADMIN),
                Verb.change("set", "/v1/limits", "Change the limits that are named; the others stay.")
                        .with(
                                option("balance", Kind.MONEY, "All that a wallet may hold; once a currency.")
                                        .repeated(),
                                option("topUp", Kind.MONEY, "A top-up at the most; once a currency.")
                                        .repeated(),
                                option("topUpsADay", Kind.NUMBER, "Top-ups of a wallet a day."),
                                option("openHolds", Kind.NUMBER, "Holds open at once."),
                                option("openLots", Kind.NUMBER, "Top-ups and credits with something left."),
                                option("refundGraceDays", Kind.NUMBER, "How long a refund into expired credit lives."))
                        .as("--top-up \"200.00 EUR\" --open-holds 5"));
    }

    static Noun clock() {
        return Noun.of(
                "clock",
                "Let time pass in a sandbox ledger.",
                Verb.write("forward", "/v1/sandbox/clock", "Move its clock forward by a time span.")
                        .with(argument("forwardSeconds", Kind.DURATION, "90s, 15m, 2h or 30d.")
                                .labelled("SPAN"))
                        .as("2h"),
                Verb.write("to", "/v1/sandbox/clock", "Move its clock forward to a time.")
                        .with(argument("to", Kind.TIME, "Of the ledger's clock.")
                                .labelled("TIME"))
                        .as("2027-03-05T18:00:00Z"));
    }
}
