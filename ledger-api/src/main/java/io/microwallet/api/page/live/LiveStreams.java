package io.microwallet.api.page.live;

import io.microwallet.api.page.code.MemberCodes;
import io.microwallet.core.batch.BatchEvent;
import io.microwallet.core.books.Books;
import io.microwallet.core.chargeback.ChargebackEvent;
import io.microwallet.core.client.ClientEvent;
import io.microwallet.core.credit.CreditEvent;
import io.microwallet.core.decision.Event;
import io.microwallet.core.decision.Tag;
import io.microwallet.core.drop.DropEvent;
import io.microwallet.core.hold.HoldEvent;
import io.microwallet.core.job.JobEvent;
import io.microwallet.core.ledger.LedgerEvent;
import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkEvent.LinkRevoked;
import io.microwallet.core.link.LinkId;
import io.microwallet.core.membership.MembershipEvent;
import io.microwallet.core.merchant.MerchantEvent;
import io.microwallet.core.payout.PayoutEvent;
import io.microwallet.core.popup.PopUpEvent;
import io.microwallet.core.purchase.PurchaseEvent;
import io.microwallet.core.refund.RefundEvent;
import io.microwallet.core.request.RecordedEvent;
import io.microwallet.core.request.RequestRefused;
import io.microwallet.core.settlement.SettlementEvent;
import io.microwallet.core.topup.TopUpEvent;
import io.microwallet.core.wallet.WalletEvent;
import io.microwallet.core.wallet.WalletEvent.WalletErased;
import io.microwallet.core.wallet.WalletEvent.WalletResolved;
import io.microwallet.core.wallet.WalletId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every open page's stream, found by its wallet, and what they are told as events become durable. */
public final class LiveStreams implements AutoCloseable {
    private final Map<WalletId, Set<LiveStream>> open = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final StreamLimits limits;
    private final Books books;
    private final MemberCodes codes;
    private final Books.Subscription subscription;

    public LiveStreams(Books books, MemberCodes codes, StreamLimits limits) {
        this.books = books;
        this.codes = codes;
        this.limits = limits;
        this.subscription = books.follow(this::durable);
    }

    /**
     * A new stream for a session of a link; empty where the link, or the service, has as many as it may.
     *
     * @param since the position that the page has seen
     */
    public Optional<LiveStream> open(LinkId link, WalletId wallet, String session, long since) {
        var stream = new LiveStream(link, wallet, session, since);
        if (count.incrementAndGet() <= limits.overallMax() && add(stream)) {
            return Optional.of(stream);
        }
        count.decrementAndGet();
        return Optional.empty();
    }

    /** Tells a stream that is open already of what came before it was: no event falls in between. */
    public void catchUp(LiveStream stream) {
        var reading = books.open();
        if (!reading.after(stream.wallet().tag(), stream.position(), 1).isEmpty()) {
            stream.tell(Signal.CHANGED, reading.position());
        }
    }

    public void close(LiveStream stream) {
        open.computeIfPresent(stream.wallet(), (wallet, streams) -> without(streams, stream));
        count.decrementAndGet();
    }

    public void endSession(WalletId wallet, String session) {
        tell(wallet, Signal.ENDED, stream -> stream.session().equals(session));
    }

    public int count() {
        return count.get();
    }

    /** Lets every stream go: their pages ask again, here or at whoever serves next. */
    @Override
    public void close() {
        subscription.close();
        open.keySet().forEach(wallet -> tell(wallet, Signal.DETACHED, stream -> true));
    }

    /** On the thread that made the events durable: one look-up an event, and never a wait. */
    private void durable(List<RecordedEvent> events) {
        for (var recorded : events) {
            tell(recorded.event(), recorded.position());
        }
    }

    private void tell(Event event, long at) {
        switch (event) {
            case PurchaseEvent.Purchased e -> tell(e.wallet(), Signal.CHANGED, at);
            case TopUpEvent e -> tell(e.wallet(), Signal.CHANGED, at);
            case CreditEvent e -> tell(e.wallet(), Signal.CHANGED, at);
            case HoldEvent e -> tell(e.wallet(), Signal.CHANGED, at);
            case MembershipEvent.OfMember e -> tell(e.wallet(), Signal.CHANGED, at);
            case RefundEvent e -> tell(e.wallet(), Signal.CHANGED, at);
            case ChargebackEvent e -> moved(e, at);
            case WalletResolved e -> tell(e.wallet(), Signal.READ, at);
            case WalletErased e -> tell(e.wallet(), Signal.ENDED, at);
            case WalletEvent e -> tell(e.wallet(), Signal.CHANGED, at);
            case LinkRevoked e -> revoked(e);
            case MembershipEvent _,
                    PopUpEvent _,
                    DropEvent _,
                    LinkCreated _,
                    PayoutEvent _,
                    SettlementEvent _,
                    JobEvent _,
                    LedgerEvent _,
                    ClientEvent _,
                    MerchantEvent _,
                    BatchEvent _,
                    RequestRefused _ -> {}
        }
    }

    /** A tag is all that every chargeback has of its wallet, and some have none. */
    private void moved(ChargebackEvent event, long at) {
        for (var tag : event.tags()) {
            if (tag.kind() == Tag.Kind.WALLET) {
                tell(new WalletId(tag.id()), Signal.CHANGED, at);
            }
        }
    }

    private void revoked(LinkRevoked event) {
        codes.withdraw(event.link());
        tell(event.wallet(), Signal.ENDED, stream -> stream.link().equals(event.link()));
    }

    private void tell(WalletId wallet, Signal signal, long at) {
        open.getOrDefault(wallet, Set.of()).forEach(stream -> stream.tell(signal, at));
    }

    private void tell(WalletId wallet, Signal signal, Predicate<LiveStream> to) {
        open.getOrDefault(wallet, Set.of()).stream().filter(to).forEach(stream -> stream.tell(signal));
    }

    private boolean add(LiveStream stream) {
        var after =
                open.compute(stream.wallet(), (wallet, streams) -> with(streams == null ? Set.of() : streams, stream));
        return after.contains(stream);
    }

    private Set<LiveStream> with(Set<LiveStream> streams, LiveStream added) {
        var ofLink = streams.stream()
                .filter(stream -> stream.link().equals(added.link()))
                .count();
        if (ofLink >= limits.perLinkMax()) {
            return streams;
        }
        var more = new HashSet<>(streams);
        more.add(added);
        return Set.copyOf(more);
    }

    private static @Nullable Set<LiveStream> without(Set<LiveStream> streams, LiveStream removed) {
        var fewer = new HashSet<>(streams);
        fewer.remove(removed);
        return fewer.isEmpty() ? null : Set.copyOf(fewer);
    }
}
