package io.microwallet.api.cli.noun;

import static io.microwallet.api.cli.call.Field.argument;
import static io.microwallet.api.cli.call.Field.option;

import io.microwallet.api.cli.call.Kind;
import io.microwallet.api.cli.call.Noun;
import io.microwallet.api.cli.call.Signer;
import io.microwallet.api.cli.call.Verb;

/** Money that goes back and out: refunds, payouts, disputes, and what members owe. */
final class Money {
    private Money() {}

    static Noun refund() {
        return Noun.of(
                "refund",
                "Give purchases back, and send unspent money home.",
                Verb.write("purchase", "/v1/refunds", "Undo a purchase, or a part of it.")
                        .by(Signer.TILL)
                        .with(
                                argument("purchase", Kind.ID, "pu_…"),
                                option("amount", Kind.MONEY, "How much (default: all that is left of it)."),
                                option("to", Kind.TEXT, "wallet, at once; or source, the cards that it came from.")
                                        .or("wallet"),
                                Common.REFERENCE,
                                Common.EFFECTIVE)
                        .as("pu_… --amount \"5.00 EUR\" --to source"),
                Verb.write("unspent", "/v1/wallets/{wallet}/return-unspent", "Send a wallet's cash back to its cards.")
                        .by(Signer.TILL)
                        .with(Common.REFERENCE)
                        .as("w1_…"),
                Verb.write(
                                "pop-up",
                                "/v1/pop-ups/{popUp}/return-unspent",
                                "Send back what is left of every top-up that named a pop-up; the answer is a job.")
                        .by(Signer.FINANCE)
                        .with(Common.REFERENCE)
                        .as("pop_…"),
                Verb.read("show", "/v1/refunds/{refund}", "Show a refund and each of its parts.")
                        .with(Common.WAIT)
                        .as("re_… --wait 20"),
                Verb.list(
                                "/v1/refunds",
                                "List refunds, newest first.",
                                "id",
                                "wallet",
                                "purchase",
                                "amounts",
                                "to",
                                "status",
                                "at",
                                "reference")
                        .with(
                                option("purchase", Kind.ID, "Only those of this purchase."),
                                Common.OF_WALLET,
                                Common.REFERENCE_FILTER)
                        .as("--purchase pu_…"));
    }

    static Noun job() {
        return Noun.of(
                "job",
                "Look after what takes its time.",
                Verb.read("show", "/v1/jobs/{job}", "Show a job, and how much went back once it is done.")
                        .by(Signer.FINANCE)
                        .with(Common.WAIT)
                        .as("jo_… --wait 30"),
                Verb.list(
                                "/v1/jobs",
                                "List jobs, newest first.",
                                "id",
                                "popUp",
                                "status",
                                "wallets",
                                "amounts",
                                "startedAt",
                                "finishedAt")
                        .by(Signer.FINANCE)
                        .with(option("popUp", Kind.ID, "Only those of this pop-up."), Common.REFERENCE_FILTER)
                        .as("--pop-up pop_…"));
    }

    static Noun payout() {
        return Noun.of(
                "payout",
                "Pay sellers what they are owed.",
                Verb.read("owed", "/v1/merchants/{merchant}/payable", "Print what a seller is owed.")
                        .by(Signer.FINANCE)
                        .as("m_…"),
                Verb.write("request", "/v1/payouts", "Pay a seller out: all that it is owed, or an amount.")
                        .by(Signer.FINANCE)
                        .with(
                                argument("merchant", Kind.ID, "m_…"),
                                option("amount", Kind.MONEY, "How much (default: all)."),
                                option("currency", Kind.TEXT, "All of this one, where it is owed several."),
                                Common.REFERENCE)
                        .as("m_… --amount \"1150.00 EUR\""),
                Verb.write("settle", "/v1/payouts/{payout}/settle", "Report that a payout left the bank account.")
                        .by(Signer.FINANCE)
                        .as("po_…"),
                Verb.write(
                                "fail",
                                "/v1/payouts/{payout}/fail",
                                "Report that a payout did not leave the bank account, or came back to it.")
                        .by(Signer.FINANCE)
                        .as("po_…"),
                Verb.read("show", "/v1/payouts/{payout}", "Show a payout, and what the bank made of it.")
                        .by(Signer.FINANCE)
                        .as("po_…"),
                Verb.list(
                                "/v1/payouts",
                                "List payouts, newest first.",
                                "id",
                                "merchant",
                                "amount",
                                "status",
                                "at",
                                "reference")
                        .by(Signer.FINANCE)
                        .with(option("merchant", Kind.ID, "Only this seller's."), Common.REFERENCE_FILTER)
                        .as("--merchant m_…"));
    }

    static Noun processorPayout() {
        return Noun.of(
                "processor-payout",
                "Report what processors pay to the bank account.",
                Verb.write(
                                "report",
                                "/v1/processor-payouts",
                                "Report a processor's payout; told twice it is booked once.")
                        .by(Signer.FINANCE)
                        .with(
                                argument("reference", Kind.TEXT, "The processor's own name of the payout."),
                                argument("amount", Kind.MONEY, "What reached the bank account."),
                                option("processor", Kind.TEXT, "Whose payout it is.")
                                        .or("simulator"),
                                option("fee", Kind.MONEY, "What the processor kept before (default: nothing)."),
                                Common.EFFECTIVE)
                        .as("payout_4711 \"980.00 EUR\" --fee \"20.00 EUR\""),
                Verb.read("show", "/v1/processor-payouts/{processorPayout}", "Show a processor's payout.")
                        .by(Signer.FINANCE)
                        .as("pp_…"),
                Verb.list(
                                "/v1/processor-payouts",
                                "List processors' payouts, newest first.",
                                "id",
                                "processor",
                                "reference",
                                "amount",
                                "fee",
                                "status",
                                "at")
                        .by(Signer.FINANCE)
                        .with(option("processor", Kind.TEXT, "Only this processor's."))
                        .as("--processor simulator"));
    }

    static Noun chargeback() {
        return Noun.of(
                "chargeback",
                "Report payments that a bank took back, and disputes that were won.",
                Verb.write("report", "/v1/chargebacks", "Report a chargeback; told twice it is booked once.")
                        .by(Signer.FINANCE)
                        .with(
                                argument("dispute", Kind.TEXT, "The processor's own name of the dispute."),
                                argument("amount", Kind.MONEY, "What the bank took back."),
                                option("topUp", Kind.ID, "The payment (default: none of ours)."),
                                option("processor", Kind.TEXT, "Who reported it.")
                                        .or("simulator"),
                                option("fee", Kind.MONEY, "What the processor takes for it."))
                        .as("dp_4711 \"5.00 EUR\" --top-up tu_… --fee \"15.00 EUR\""),
                Verb.write("won", "/v1/chargebacks/{chargeback}/won", "Report that the money came back.")
                        .by(Signer.FINANCE)
                        .with(option("amount", Kind.MONEY, "How much (default: all of it)."))
                        .as("cb_…"),
                Verb.read("show", "/v1/chargebacks/{chargeback}", "Show a chargeback, and what became of it.")
                        .by(Signer.FINANCE)
                        .as("cb_…"),
                Verb.list(
                                "/v1/chargebacks",
                                "List chargebacks, newest first.",
                                "id",
                                "dispute",
                                "wallet",
                                "amount",
                                "fee",
                                "status",
                                "owed",
                                "at")
                        .by(Signer.FINANCE)
                        .with(Common.OF_WALLET));
    }

    static Noun receivable() {
        return Noun.of(
                "receivable",
                "Settle what members owe.",
                settling("collect", "Pay it from the wallet's cash.", "How much (default: as much as there is)."),
                settling("write-off", "Give it up.", "How much (default: all of it)."));
    }

    private static Verb settling(String name, String description, String amount) {
        return Verb.write(name, "/v1/wallets/{wallet}/receivable/" + name, description)
                .by(Signer.FINANCE)
                .with(option("amount", Kind.MONEY, amount), Common.REFERENCE)
                .as("w1_… --amount \"5.00 EUR\"");
    }

    static Noun exception() {
        return Noun.of(
                "exception",
                "Look at what processors reported that fits nothing.",
                Verb.list(
                                "/v1/exceptions",
                                "List exceptions, newest first.",
                                "position",
                                "kind",
                                "id",
                                "wallet",
                                "amount",
                                "at")
                        .by(Signer.FINANCE));
    }
}
