package io.microwallet.api.membership;

import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.json.MoneyJson;
import io.microwallet.api.http.json.Times;
import io.microwallet.api.http.problem.Absences;
import io.microwallet.api.ledger.LedgerTimes;
import io.microwallet.api.wallet.ClientWallets;
import io.microwallet.core.books.Books;
import io.microwallet.core.decision.Absence;
import io.microwallet.core.membership.Membership;
import io.microwallet.core.membership.Membership.Agreement;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.membership.OpenMembership;
import io.microwallet.core.wallet.Wallet;
import io.microwallet.vault.SealedTexts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Memberships as a client sees them. */
@Component
final class MembershipViews {
    private final Books books;
    private final SealedTexts texts;
    private final ClientWallets wallets;
    private final LedgerTimes time;

    MembershipViews(Books books, SealedTexts texts, ClientWallets wallets, LedgerTimes time) {
        this.books = books;
        this.texts = texts;
        this.wallets = wallets;
        this.time = time;
    }

    /** {@code popUpsVisited} counts different pop-ups since it began, as many as a cliff can ask for. */
    @Schema(name = "Membership")
    record View(
            String id,
            String wallet,
            String plan,

            @Schema(
                    allowableValues = {"running", "cancelled", "lapsed", "ended"},
                    description = "cancelled runs to the end of its period; lapsed was not renewed for lack of cash")
            String status,

            MoneyJson price,
            @Nullable String periodBegan,

            @Schema(description = "When the period ends, or did")
            String periodEnds,

            @Nullable Integer popUpsVisited,
            @Nullable String reference,
            String startedAt) {}

    /** A 404 for one of another ledger, or of a wallet that this client has no token for. */
    View of(Caller caller, MembershipId id) {
        var membership = books.read(id).within(caller.ledger());
        var agreed = membership.agreed().filter(it -> wallets.sees(caller, it.wallet()));
        var agreement = agreed.orElseThrow(() -> Absences.exception(Absence.MEMBERSHIP_NOT_FOUND));
        var wallet = books.read(agreement.wallet());
        if (!books.read(id).equals(membership)) {
            // A period was ended or paid in between: the two would not fit.
            return of(caller, id);
        }
        return switch (asOf(membership, wallet, time.now(caller.ledger()))) {
            case Membership.Unborn _ -> throw Absences.exception(Absence.MEMBERSHIP_NOT_FOUND);
            case Membership.Running it -> view(caller, agreement, wallet, "running", it.periodBegan(), it.periodEnds());
            case Membership.Cancelled it ->
                view(caller, agreement, wallet, "cancelled", it.periodBegan(), it.periodEnds());
            case Membership.Lapsed it -> view(caller, agreement, wallet, "lapsed", null, it.periodEnded());
            case Membership.Ended it -> view(caller, agreement, wallet, "ended", null, it.endedAt());
        };
    }

    /** Without a period that is over, booked or not. */
    private static Membership asOf(Membership membership, Wallet wallet, Instant now) {
        var known = membership;
        if (wallet instanceof Wallet.Open open) {
            for (var event : open.overdue(now)) {
                var id = known.agreed().orElseThrow().id();
                known = event.tags().contains(id.tag()) ? known.evolve(event, now) : known;
            }
        }
        return known;
    }

    private View view(
            Caller caller, Agreement agreement, Wallet wallet, String status, @Nullable Instant began, Instant ends) {
        return new View(
                agreement.id().text(),
                wallets.show(caller, agreement.wallet()),
                agreement.plan().text(),
                status,
                MoneyJson.of(agreement.price()),
                Times.optional(began),
                Times.text(ends),
                open(wallet, agreement).map(it -> it.visited().size()).orElse(null),
                texts.openOrNull(agreement.wallet().value(), agreement.reference()),
                Times.text(agreement.startedAt()));
    }

    private static Optional<OpenMembership> open(Wallet wallet, Agreement agreement) {
        return wallet instanceof Wallet.Open open ? open.memberships().find(agreement.id()) : Optional.empty();
    }
}
