package io.microwallet.api.cli.noun;

import static io.microwallet.api.cli.call.Field.argument;
import static io.microwallet.api.cli.call.Field.option;

import io.microwallet.api.cli.call.Kind;
import io.microwallet.api.cli.call.Noun;
import io.microwallet.api.cli.call.Signer;
import io.microwallet.api.cli.call.Verb;

/** Wallets, what comes into them, and memberships. */
final class Members {
    private Members() {}

    static Noun wallet() {
        return Noun.of(
                "wallet",
                "Open wallets, look into them, freeze and close them.",
                Verb.write("open", "/v1/wallets", "Open a wallet; its id is this client's own token for it.")
                        .by(Signer.TILL)
                        .with(Common.REFERENCE, option("contact", Kind.TEXT, "How to reach the member."))
                        .as("--reference member-0042"),
                Verb.write("resolve", "/v1/wallets/resolve", "Take the code that a member shows, once.")
                        .by(Signer.TILL)
                        .with(argument("code", Kind.TEXT, "Its 8 characters."))
                        .as("7KQ2M9XR"),
                order("freeze", "Stop spending; money may still come in."),
                order("unfreeze", "Let it spend again."),
                order("close", "End an empty wallet for ever."),
                order("erase", "Erase every text and token of a closed wallet, for ever.")
                        .by(Signer.ADMIN),
                Verb.read(
                                "show",
                                "/v1/wallets/{wallet}",
                                "Show its status, balances, lots and holds, now or in the past.")
                        .with(
                                option("at", Kind.TIME, "As it was then, by when things were recorded."),
                                option("effectiveAt", Kind.TIME, "As it was then, by when things happened."))
                        .as("w1_…"),
                Verb.list(
                                "/v1/wallets",
                                "List wallets, newest first.",
                                "id",
                                "status",
                                "balances",
                                "reference",
                                "createdAt")
                        .with(Common.REFERENCE_FILTER)
                        .as("--reference member-0042"));
    }

    private static Verb order(String name, String description) {
        return Verb.write(name, "/v1/wallets/{wallet}/" + name, description)
                .by(Signer.TILL)
                .as("w1_…");
    }

    static Noun topUp() {
        return Noun.of(
                "top-up",
                "Fill wallets from cards.",
                Verb.write(
                                "request",
                                "/v1/top-ups",
                                "Ask for money from a card; show it with --wait to learn the outcome.")
                        .by(Signer.TILL)
                        .with(
                                Common.WALLET,
                                argument("amount", Kind.MONEY, "As in \"50.00 EUR\"."),
                                option("card", Kind.TEXT, "The processor's token for the card.")
                                        .needed(),
                                option("processor", Kind.TEXT, "Who charges it (default: simulator)."),
                                Common.POP_UP,
                                Common.REFERENCE,
                                Common.EFFECTIVE)
                        .as("w1_… \"50.00 EUR\" --card tok_visa"),
                Verb.read("show", "/v1/top-ups/{topUp}", "Show a top-up, and what the processor said.")
                        .with(Common.WAIT)
                        .as("tu_… --wait 20"),
                Verb.list(
                                "/v1/top-ups",
                                "List top-ups, newest first.",
                                "id",
                                "wallet",
                                "amount",
                                "status",
                                "at",
                                "reference")
                        .with(Common.OF_WALLET, Common.REFERENCE_FILTER)
                        .as("--wallet w1_…"));
    }

    static Noun link() {
        return Noun.of(
                "link",
                "Make and end links to a member's balance page.",
                Verb.write("create", "/v1/balance-links", "Make a link; its url follows the service's public address.")
                        .by(Signer.TILL)
                        .with(
                                Common.WALLET,
                                option("expiresInSeconds", Kind.DURATION, "How long it works (default: 30d).")
                                        .called("--expires-in"))
                        .as("w1_… --expires-in 12h"),
                Verb.write("revoke", "/v1/balance-links/{link}/revoke", "End a link, and close the pages it opened.")
                        .by(Signer.TILL)
                        .as("bl_…"));
    }

    static Noun plan() {
        return Noun.of(
                "plan",
                "Offer memberships.",
                Verb.write("create", "/v1/membership-plans", "Offer a membership; its terms never change.")
                        .with(
                                argument("name", Kind.TEXT, "What it is called."),
                                option("price", Kind.MONEY, "Of one period, paid in advance.")
                                        .needed(),
                                option("periodDays", Kind.NUMBER, "How long a period is.")
                                        .needed(),
                                option("credit", Kind.MONEY, "Given at the begin of each period."),
                                option("creditLifetimeDays", Kind.NUMBER, "How long that credit can be spent."),
                                option("earlyAccessMinutes", Kind.NUMBER, "How much earlier drops open for members."),
                                option("memberPrice", Kind.TEXT, "yes: members pay the member price of drops.")
                                        .or("no"),
                                option("cliffs", Kind.CLIFF, "Credit for visiting so many pop-ups, and its days.")
                                        .called("--cliff")
                                        .repeated(),
                                Common.REFERENCE)
                        .as("\"Clay Club\" --price \"20.00 EUR\" --period-days 30 --credit \"10.00 EUR\""
                                + " --credit-lifetime-days 14 --cliff \"5:5.00 EUR:30\""),
                Verb.write(
                                "retire",
                                "/v1/membership-plans/{plan}/retire",
                                "Take no new members; those that it has renew.")
                        .as("pl_…"),
                Verb.read("show", "/v1/membership-plans/{plan}", "Show what a plan costs and gives.")
                        .as("pl_…"),
                Verb.list(
                                "/v1/membership-plans",
                                "List plans, newest first.",
                                "id",
                                "name",
                                "status",
                                "price",
                                "periodDays",
                                "credit",
                                "createdAt")
                        .with(Common.REFERENCE_FILTER));
    }

    static Noun membership() {
        return Noun.of(
                "membership",
                "Make members, renew and cancel.",
                Verb.write("start", "/v1/memberships", "Make a member; the wallet's cash pays the first period.")
                        .by(Signer.TILL)
                        .with(Common.WALLET, argument("plan", Kind.ID, "pl_…"), Common.REFERENCE)
                        .as("w1_… pl_…"),
                Verb.write("renew", "/v1/memberships/{membership}/renew", "Pay one more period of one that lapsed.")
                        .by(Signer.TILL)
                        .as("ms_…"),
                Verb.write(
                                "cancel",
                                "/v1/memberships/{membership}/cancel",
                                "Stop the renewal; what is paid for runs on.")
                        .by(Signer.TILL)
                        .as("ms_…"),
                Verb.read("show", "/v1/memberships/{membership}", "Show a membership as it is now.")
                        .as("ms_…"),
                Verb.list(
                                "/v1/memberships",
                                "List memberships, newest first.",
                                "id",
                                "wallet",
                                "plan",
                                "status",
                                "price",
                                "periodEnds",
                                "reference")
                        .with(
                                Common.OF_WALLET,
                                option("plan", Kind.ID, "Only those of this plan."),
                                Common.REFERENCE_FILTER)
                        .as("--plan pl_…"));
    }

    static Noun credit() {
        return Noun.of(
                "credit",
                "Give credit that somebody pays for.",
                Verb.write("give", "/v1/credits", "Give a credit; what is left at its expiry goes back to who paid.")
                        .by(Signer.ANYBODY)
                        .with(
                                Common.WALLET,
                                argument("amount", Kind.MONEY, "As in \"5.00 EUR\"."),
                                option("funder", Kind.PAYER, "Who pays for it.")
                                        .called("--paid-by")
                                        .or("ledger"),
                                option("expiresAt", Kind.TIME, "When it ends (default: never)."),
                                Common.REFERENCE)
                        .as("w1_… \"5.00 EUR\" --expires-at 2027-12-31T23:00:00Z"),
                Verb.read("show", "/v1/credits/{credit}", "Show a credit, and what is left of it.")
                        .as("lot_…"),
                Verb.list(
                                "/v1/credits",
                                "List credits, newest first.",
                                "id",
                                "wallet",
                                "amount",
                                "left",
                                "funder",
                                "expiresAt",
                                "reference")
                        .with(Common.OF_WALLET, Common.REFERENCE_FILTER)
                        .as("--wallet w1_…"));
    }
}
