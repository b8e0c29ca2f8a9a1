package io.microwallet.api.page.session;

import io.microwallet.core.link.LinkEvent.LinkCreated;
import io.microwallet.core.link.LinkId;
import io.microwallet.vault.LinkSecrets;
import java.time.Duration;
import java.time.InstantSource;

/** Compares the secret of a link's fragment with the hash in the books, as often as the limits allow. */
public final class LinkExchange {
    static final int WRONG_FROM_ONE_ADDRESS_MAX = 10;
    static final int OPENED_MAX = 60;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final Links links;
    private final Attempts wrongOfLinkAndAddress;
    private final Attempts wrongOfAddress;
    private final Attempts ofLink;

    private record LinkAndAddress(LinkId link, String address) {}

    /** What came of one attempt. */
    public sealed interface Result {
        record Right(LinkCreated created) implements Result {}

        record WrongSecret() implements Result {}

        record NotOpen(LinkStatus status) implements Result {}

        record TooMany(Duration pause) implements Result {}
    }

    public LinkExchange(Links links, InstantSource clock) {
        this.links = links;
        this.wrongOfLinkAndAddress = new Attempts(WRONG_FROM_ONE_ADDRESS_MAX, WINDOW, clock);
        // A whole pop-up may sit behind one address: only wrong secrets count against it.
        this.wrongOfAddress = new Attempts(10 * WRONG_FROM_ONE_ADDRESS_MAX, WINDOW, clock);
        this.ofLink = new Attempts(OPENED_MAX, WINDOW, clock);
    }

    /** @param address whom the attempt counts against */
    public Result attempt(LinkId link, String secret, String address) {
        var pair = new LinkAndAddress(link, address);
        var wait = longest(wrongOfLinkAndAddress.wait(pair), wrongOfAddress.wait(address), ofLink.wait(link));
        if (wait.isPositive()) {
            return new Result.TooMany(wait);
        }
        var result = compare(link, secret);
        if (result instanceof Result.Right) {
            ofLink.made(link);
        } else {
            wrongOfLinkAndAddress.made(pair);
            wrongOfAddress.made(address);
        }
        return result;
    }

    private Result compare(LinkId link, String secret) {
        return switch (links.status(link)) {
            case LinkStatus.Valid(var created)
            when LinkSecrets.matches(secret, created.secretHash()) -> new Result.Right(created);
            case LinkStatus.Valid _ -> new Result.WrongSecret();
            case LinkStatus.Ended ended -> new Result.NotOpen(ended);
            case LinkStatus.Unknown unknown -> new Result.NotOpen(unknown);
        };
    }

    private static Duration longest(Duration... waits) {
        var longest = Duration.ZERO;
        for (var wait : waits) {
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }
}
