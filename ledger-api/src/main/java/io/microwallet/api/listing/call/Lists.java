package io.microwallet.api.listing.call;

import io.microwallet.api.http.json.Ids;
import io.microwallet.api.http.page.Page;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.listing.Listed;
import io.microwallet.api.listing.Listings;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.drop.DropId;
import io.microwallet.core.journal.ProcessorId;
import io.microwallet.core.membership.PlanId;
import io.microwallet.core.merchant.MerchantId;
import io.microwallet.core.popup.PopUpId;
import io.microwallet.core.request.RecordedEvent;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lists of a ledger's things, narrowed as their callers ask. */
@Component
public final class Lists {
    private final Listings listings;
    private final ClientWallets wallets;

    Lists(Listings listings, ClientWallets wallets) {
        this.listings = listings;
        this.wallets = wallets;
    }

    /** What everybody who may call for the list sees all of. */
    public <T> Page<T> ofLedger(Listed.Kind kind, ListCall call, Function<RecordedEvent, T> view) {
        return listings.page(query(kind, call), call.page(), view);
    }

    /** What concerns wallets: checkout clients see their own. */
    public <T> Page<T> ofWallets(Listed.Kind kind, ListCall call, Function<RecordedEvent, T> view) {
        return listings.page(query(kind, call).visibleTo(call.caller()), call.page(), view);
    }

    private Listed.Query query(Listed.Kind kind, ListCall call) {
        var wallet = call.filter(Filter.WALLET).map(token -> wallets.read(call.caller(), ClientWallets.parse(token)));
        return Listed.Query.of(kind, call.caller().ledger())
                .wallet(wallet)
                .merchant(merchant(call))
                .drop(call.filter(Filter.DROP).map(id -> Ids.parse(id, DropId::parse, "dr_")))
                .reference(call.filter(Filter.REFERENCE).orElse(null));
    }

    /** The plan of a membership, the pop-up of a job and the processor of a payout stand where a sale has its merchant. */
    private static Optional<MerchantId> merchant(ListCall call) {
        return call.filter(Filter.MERCHANT)
                .map(id -> Ids.parse(id, MerchantId::parse, "m_"))
                .or(() -> call.filter(Filter.PLAN)
                        .map(id -> new MerchantId(
                                Ids.parse(id, PlanId::parse, "pl_").value())))
                .or(() -> call.filter(Filter.POP_UP)
                        .map(id -> new MerchantId(
                                Ids.parse(id, PopUpId::parse, "pop_").value())))
                .or(() -> call.filter(Filter.PROCESSOR).map(Lists::processor));
    }

    private static MerchantId processor(String code) {
        try {
            return Listed.processor(new ProcessorId(code));
        } catch (IllegalArgumentException _) {
            throw ProblemCode.INVALID_PARAMETER.exception("processor: The code of a processor, as in simulator.");
        }
    }
}
