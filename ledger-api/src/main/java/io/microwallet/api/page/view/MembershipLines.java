package io.microwallet.api.page.view;

import io.microwallet.api.page.view.ActivityView.Line;
import io.microwallet.api.page.view.ActivityView.Tone;
import io.microwallet.core.books.Books;
import io.microwallet.core.membership.Membership;
import io.microwallet.core.membership.MembershipEvent.AttendanceRewarded;
import io.microwallet.core.membership.MembershipEvent.MembershipCancelled;
import io.microwallet.core.membership.MembershipEvent.MembershipCreditGranted;
import io.microwallet.core.membership.MembershipEvent.MembershipPeriodEnded;
import io.microwallet.core.membership.MembershipEvent.MembershipRenewed;
import io.microwallet.core.membership.MembershipEvent.MembershipStarted;
import io.microwallet.core.membership.MembershipEvent.OfMember;
import io.microwallet.core.membership.MembershipId;
import io.microwallet.core.request.RecordedEvent;
import java.util.Optional;

/** Puts what happened to a membership into a line for its member. */
final class MembershipLines {
    private final Books books;
    private final LedgerTexts texts;

    MembershipLines(Books books, LedgerTexts texts) {
        this.books = books;
        this.texts = texts;
    }

    Optional<Line> line(OfMember event, RecordedEvent recorded, Wording wording) {
        var plan = plan(event.membership());
        return switch (event) {
            case MembershipStarted e ->
                Optional.of(HistoryLines.line(
                        Tone.OUT, plan + " begins", recorded, wording, e.price().negated()));
            case MembershipRenewed e ->
                Optional.of(HistoryLines.line(
                        Tone.OUT,
                        plan + " renewed",
                        recorded,
                        wording,
                        e.price().negated()));
            case MembershipCreditGranted e ->
                Optional.of(HistoryLines.line(Tone.IN, plan + " credit", recorded, wording, e.amount()));
            case AttendanceRewarded e ->
                Optional.of(HistoryLines.line(Tone.IN, visits(e.popUps()), recorded, wording, e.amount()));
            case MembershipCancelled _ ->
                Optional.of(HistoryLines.line(Tone.NOTE, plan + " cancelled", recorded, wording, null));
            case MembershipPeriodEnded e -> over(e, plan, recorded, wording);
        };
    }

    /** One that was renewed says so itself. */
    private Optional<Line> over(MembershipPeriodEnded event, String plan, RecordedEvent recorded, Wording wording) {
        return switch (books.read(event.membership())) {
            case Membership.Lapsed _, Membership.Ended _ ->
                Optional.of(HistoryLines.line(Tone.NOTE, plan + " is over", recorded, wording, null));
            case Membership.Running _, Membership.Cancelled _, Membership.Unborn _ -> Optional.empty();
        };
    }

    private static String visits(int popUps) {
        return popUps == 1 ? "Credit for your first pop-up" : "Credit for visiting " + popUps + " pop-ups";
    }

    private String plan(MembershipId id) {
        return books.read(id).agreed().flatMap(it -> texts.plan(it.plan())).orElse("Membership");
    }
}
