package io.microwallet.api.cli.noun;

import static io.microwallet.api.cli.call.Field.argument;
import static io.microwallet.api.cli.call.Field.option;

import io.microwallet.api.cli.call.Field;
import io.microwallet.api.cli.call.Kind;

/** What many verbs take. */
final class Common {
    static final Field WALLET = argument("wallet", Kind.ID, "Your client's own token for it: w1_…");
    static final Field OF_WALLET = option("wallet", Kind.ID, "Only this wallet's.");
    static final Field POP_UP = option("popUp", Kind.ID, "Where it is, if at a pop-up.");
    static final Field REFERENCE = option("reference", Kind.TEXT, "Your own number for it, to find it by.");
    static final Field REFERENCE_FILTER = option("reference", Kind.TEXT, "Only those with this reference.");
    static final Field EFFECTIVE = option("effectiveAt", Kind.TIME, "When it happened, if that was earlier.");
    static final Field WAIT = option("wait", Kind.NUMBER, "Wait so many seconds, up to 30, until it is decided.");

    private Common() {}
}
