package io.microwallet.api.refund;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.page.PageRequest;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.purchase.Purchase;
import io.microwallet.core.purchase.PurchaseId;
import io.microwallet.core.refund.RefundEvent.PurchaseRefunded;
import io.microwallet.core.request.RecordedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The refunds of one purchase, straight from the log. */
@Component
final class RefundsOfPurchase {
    private static final int EVENTS_A_READ = 200;

    private final Books books;
    private final ClientWallets wallets;
    private final RefundViews views;

    RefundsOfPurchase(Books books, ClientWallets wallets, RefundViews views) {
        this.books = books;
        this.wallets = wallets;
        this.views = views;
    }

    /** Newest first; a 404 for a purchase that this client does not see. */
    Page<RefundViews.View> page(Caller caller, PurchaseId purchase, PageRequest page) {
        if (!(books.read(purchase) instanceof Purchase.Made made)
                || !made.sale().ledger().equals(caller.ledger())
                || !wallets.sees(caller, made.sale().wallet())) {
            throw Absences.exception(Absence.PURCHASE_NOT_FOUND);
        }
        return Page.of(
                page,
                found(purchase, page),
                RecordedEvent::position,
                event -> Optional.of(views.of(caller, ((PurchaseRefunded) event.event()).refund())));
    }

    /** One more than a page has, if there is one. */
    private List<RecordedEvent> found(PurchaseId purchase, PageRequest page) {
        var reading = books.open();
        var found = new ArrayList<RecordedEvent>();
        var before = page.beforePosition();
        while (true) {
            var events = reading.before(purchase.tag(), before, EVENTS_A_READ);
            for (var event : events) {
                if (event.event() instanceof PurchaseRefunded && found.size() <= page.limit()) {
                    found.add(event);
                }
                before = event.position();
            }
            if (events.size() < EVENTS_A_READ || found.size() > page.limit()) {
                return found;
            }
        }
    }
}
