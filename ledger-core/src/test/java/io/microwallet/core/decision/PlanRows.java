package io.microwallet.core.decision;

import static io.microwallet.core.given.Club.CREATE_PLAN;
import static io.microwallet.core.given.Club.PLAN;
import static io.microwallet.core.given.Club.PLAN_CREATED;
import static io.microwallet.core.given.Club.PLAN_RETIRED;
import static io.microwallet.core.given.Club.RETIRE_PLAN;
import static io.microwallet.core.given.PopUp.NEIGHBOUR;
import static io.microwallet.core.given.Row.row;

import io.microwallet.core.given.Row;
import io.microwallet.core.membership.MembershipCommand.RetirePlan;
import io.microwallet.core.membership.MembershipRefusal;
import java.util.stream.Stream;

/** When a plan is offered, and retired. */
final class PlanRows {
    private PlanRows() {}

    static Stream<Row> rows() {
        return Stream.of(
                row("a plan is created").when(CREATE_PLAN).accepted(PLAN_CREATED),
                row("a plan is created once")
                        .given(PLAN_CREATED)
                        .when(CREATE_PLAN)
                        .refused(MembershipRefusal.PLAN_ALREADY_EXISTS),
                row("a retired plan is not created again")
                        .given(PLAN_CREATED, PLAN_RETIRED)
                        .when(CREATE_PLAN)
                        .refused(MembershipRefusal.PLAN_ALREADY_EXISTS),
                row("a plan is retired").given(PLAN_CREATED).when(RETIRE_PLAN).accepted(PLAN_RETIRED),
                row("a plan is retired once")
                        .given(PLAN_CREATED, PLAN_RETIRED)
                        .when(RETIRE_PLAN)
                        .refused(MembershipRefusal.PLAN_ALREADY_RETIRED),
                row("no plan is retired").when(RETIRE_PLAN).absent(Absence.PLAN_NOT_FOUND),
                row("another ledger's plan is not retired")
                        .given(PLAN_CREATED)
                        .when(new RetirePlan(NEIGHBOUR, PLAN))
                        .absent(Absence.PLAN_NOT_FOUND));
    }
}
