package io.microwallet.api.page.session;

import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.core.books.Books;
import io.microwallet.core.link.BalanceLink;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.wallet.Wallet;

/** Balance links as the books have them now. */
public final class Links {
    private final Books books;
    private final LedgerTimes times;

    public Links(Books books, LedgerTimes times) {
        this.books = books;
        this.times = times;
    }

    /** What a link is worth now; what is no link id at all is an unknown link. */
    public LinkStatus status(String text) {
        try {
            return status(LinkId.parse(text));
        } catch (IllegalArgumentException _) {
            return new LinkStatus.Unknown();
        }
    }

    public LinkStatus status(LinkId id) {
        return switch (books.read(id)) {
            case BalanceLink.Unborn _ -> new LinkStatus.Unknown();
            case BalanceLink.Revoked _ -> new LinkStatus.Ended();
            case BalanceLink.Issued issued -> inTime(issued.created());
        };
    }

    private LinkStatus inTime(LinkCreated created) {
        var over = !created.expires().isAfter(times.now(created.ledger()));
        return over || books.read(created.wallet()) instanceof Wallet.Erased
                ? new LinkStatus.Ended()
                : new LinkStatus.Valid(created);
    }
}
