import org.jspecify.annotations.NullMarked;

/** The rules of the ledger: pure, and nothing but the JDK at run time. */
@NullMarked
module io.microwallet.core {
    requires static org.jspecify;

    exports io.microwallet.core.batch;
    exports io.microwallet.core.books;
    exports io.microwallet.core.chargeback;
    exports io.microwallet.core.client;
    exports io.microwallet.core.credit;
    exports io.microwallet.core.decision;
    exports io.microwallet.core.drop;
    exports io.microwallet.core.hold;
    exports io.microwallet.core.id;
    exports io.microwallet.core.job;
    exports io.microwallet.core.journal;
    exports io.microwallet.core.ledger;
    exports io.microwallet.core.link;
    exports io.microwallet.core.membership;
    exports io.microwallet.core.merchant;
    exports io.microwallet.core.money;
    exports io.microwallet.core.payout;
    exports io.microwallet.core.popup;
    exports io.microwallet.core.privacy;
    exports io.microwallet.core.purchase;
    exports io.microwallet.core.refund;
    exports io.microwallet.core.request;
    exports io.microwallet.core.settlement;
    exports io.microwallet.core.topup;
    exports io.microwallet.core.tree;
    exports io.microwallet.core.wallet;
}
