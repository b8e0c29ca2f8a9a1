package io.microwallet.api.cli.noun;

import static io.microwallet.api.cli.call.Field.argument;
import static io.microwallet.api.cli.call.Field.option;

import io.microwallet.api.cli.batch.CaptureAllCommand;
import io.microwallet.api.cli.call.Field;
import io.microwallet.api.cli.call.Kind;
import io.microwallet.api.cli.call.Noun;
import io.microwallet.api.cli.call.Signer;
import io.microwallet.api.cli.call.Verb;

/** What is sold, and the sales of it. */
final class Selling {
    private static final Field OPENS =
            option("opensAt", Kind.TIME, "When it opens.").needed();
    private static final Field CLOSES =
            option("closesAt", Kind.TIME, "When it closes.").needed();

    private Selling() {}

    static Noun popUp() {
        return Noun.of(
                "pop-up",
                "Announce micro-events, and open and close them.",
                Verb.write("create", "/v1/pop-ups", "Announce a pop-up.")
                        .with(
                                argument("name", Kind.TEXT, "What it is called."),
                                OPENS,
                                CLOSES,
                                option("timeZone", Kind.TEXT, "As in Europe/Berlin (default: the ledger's)."),
                                Common.REFERENCE)
                        .as(
                                "\"Night market\" --opens-at 2027-03-05T18:00:00+01:00 --closes-at 2027-03-05T22:00:00+01:00"),
                Verb.write("open", "/v1/pop-ups/{popUp}/open", "Open it now, before its time.")
                        .as("pop_…"),
                Verb.write("close", "/v1/pop-ups/{popUp}/close", "Close it now, or call it off.")
                        .as("pop_…"),
                reschedule("/v1/pop-ups/{popUp}/reschedule").as(LATER.formatted("pop_…")),
                Verb.read("show", "/v1/pop-ups/{popUp}", "Show a pop-up, and whether it is open.")
                        .as("pop_…"),
                Verb.list("/v1/pop-ups", "List pop-ups, newest first.", "id", "name", "state", "opensAt", "closesAt")
                        .with(Common.REFERENCE_FILTER));
    }

    private static final String LATER = "%s --opens-at 2027-03-06T18:00:00+01:00 --closes-at 2027-03-06T22:00:00+01:00";

    private static Verb reschedule(String path) {
        return Verb.write("reschedule", path, "Put it off, or open it again after it was closed.")
                .with(OPENS, CLOSES);
    }

    static Noun drop() {
        return Noun.of(
                "drop",
                "Announce limited stock that is sold in one window, and open and close it.",
                Verb.write("create", "/v1/drops", "Announce a drop.")
                        .with(
                                argument("name", Kind.TEXT, "What is sold."),
                                option("merchant", Kind.ID, "Who sells it.").needed(),
                                option("stock", Kind.NUMBER, "How many units there are.")
                                        .needed(),
                                option("price", Kind.MONEY, "Of a unit.").needed(),
                                option("memberPrice", Kind.MONEY, "What members pay whose plan gives it."),
                                option("earlyAccess", Kind.TEXT, "members: they may buy before it opens.")
                                        .or("nobody"),
                                option("capAWallet", Kind.NUMBER, "How many units one wallet may have."),
                                option("holdSeconds", Kind.DURATION, "How long a hold keeps a unit.")
                                        .called("--hold-time")
                                        .or("15m"),
                                OPENS,
                                CLOSES,
                                Common.POP_UP,
                                Common.REFERENCE)
                        .as("\"Glazed cups\" --merchant m_… --stock 200 --price \"30.00 EUR\""
                                + " --opens-at 2027-03-05T19:00:00+01:00 --closes-at 2027-03-05T22:00:00+01:00"),
                Verb.write("open", "/v1/drops/{drop}/open", "Open it to everybody now, before its time.")
                        .as("dr_…"),
                Verb.write("close", "/v1/drops/{drop}/close", "Close it now; units that are held stay held.")
                        .as("dr_…"),
                reschedule("/v1/drops/{drop}/reschedule").as(LATER.formatted("dr_…")),
                Verb.read("show", "/v1/drops/{drop}", "Show a drop, and where its units are.")
                        .as("dr_…"),
                Verb.list(
                                "/v1/drops",
                                "List drops, newest first.",
                                "id",
                                "name",
                                "state",
                                "stock",
                                "sold",
                                "held",
                                "free",
                                "price",
                                "opensAt",
                                "closesAt")
                        .with(Common.REFERENCE_FILTER));
    }

    static Noun hold() {
        return Noun.of(
                        "hold",
                        "Reserve a unit of a drop or a deposit; capture it later, or let go of it.",
                        Verb.write(
                                        "place",
                                        "/v1/holds",
                                        "Hold a unit of a drop, or with --merchant and --amount a deposit.")
                                .by(Signer.TILL)
                                .with(
                                        Common.WALLET,
                                        option("drop", Kind.ID, "Holds one of its units, at its price."),
                                        option("merchant", Kind.ID, "Of a deposit: whom it is for."),
                                        option("amount", Kind.MONEY, "Of a deposit."),
                                        option("expiresInSeconds", Kind.DURATION, "Of a deposit (default: 15m).")
                                                .called("--expires-in"),
                                        Common.POP_UP,
                                        Common.REFERENCE)
                                .as("w1_… --drop dr_…"),
                        Verb.write("capture", "/v1/holds/{hold}/capture", "Take all that is held, or a part of it.")
                                .by(Signer.TILL)
                                .with(
                                        option("amount", Kind.MONEY, "How much (default: all that is held)."),
                                        option("final", Kind.FLAG, "Let go of the rest."),
                                        Common.REFERENCE)
                                .as("ho_… --amount \"25.00 EUR\" --final"),
                        Verb.write("void", "/v1/holds/{hold}/void", "Let go of all that is still held.")
                                .by(Signer.TILL)
                                .as("ho_…"),
                        Verb.read("show", "/v1/holds/{hold}", "Show a hold as it is now.")
                                .as("ho_…"),
                        Verb.list(
                                        "/v1/holds",
                                        "List holds, newest first.",
                                        "id",
                                        "wallet",
                                        "drop",
                                        "status",
                                        "amount",
                                        "held",
                                        "captured",
                                        "expiresAt",
                                        "reference")
                                .with(
                                        Common.OF_WALLET,
                                        option("drop", Kind.ID, "Only those of this drop."),
                                        Common.REFERENCE_FILTER)
                                .as("--drop dr_… --all"))
                .and("capture-all", CaptureAllCommand.class);
    }

    static Noun purchase() {
        return Noun.of(
                "purchase",
                "Sell: pay a merchant from a wallet.",
                Verb.write("make", "/v1/purchases", "Pay all of an amount, or nothing.")
                        .by(Signer.TILL)
                        .with(
                                Common.WALLET,
                                argument("merchant", Kind.ID, "Who is paid: m_…"),
                                argument("amount", Kind.MONEY, "As in \"12.50 EUR\"."),
                                Common.POP_UP,
                                Common.REFERENCE,
                                Common.EFFECTIVE)
                        .as("w1_… m_… \"12.50 EUR\" --reference order-1002"),
                Verb.read("show", "/v1/purchases/{purchase}", "Show a purchase, and what paid it.")
                        .as("pu_…"),
                Verb.list(
                                "/v1/purchases",
                                "List purchases, newest first.",
                                "id",
                                "wallet",
                                "merchant",
                                "amount",
                                "at",
                                "reference")
                        .with(
                                Common.OF_WALLET,
                                option("merchant", Kind.ID, "Only this seller's."),
                                Common.REFERENCE_FILTER)
                        .as("--merchant m_…"));
    }
}
