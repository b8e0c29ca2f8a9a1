package io.microwallet.api.http.problem;

import io.microwallet.core.decision.Absence;

/** What is not there, as problems: 404, or 410 for what was there and never comes back. */
public final class Absences {
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private Absences() {}

    public static Problem problem(Absence absence) {
        return Problem.of(absence.gone() ? GONE : NOT_FOUND, absence.name(), title(absence), detail(absence));
    }

    public static ProblemException exception(Absence absence) {
        return new ProblemException(problem(absence));
    }

    private static String title(Absence absence) {
        return absence.gone() ? "It is no longer there" : "It is not there";
    }

    private static String detail(Absence absence) {
        return switch (absence) {
            case WALLET_NOT_FOUND -> "This client has no wallet of that token. Each client has its own tokens.";
            case WALLET_ERASED -> "The member of this wallet was erased. It never comes back.";
            case MERCHANT_NOT_FOUND -> "This ledger has no such merchant.";
            case CLIENT_NOT_FOUND -> "This ledger has no such client.";
            case KEY_NOT_FOUND -> "The client has no such key.";
            case LEDGER_NOT_FOUND -> "There is no such ledger.";
            case TOP_UP_NOT_FOUND -> "This client sees no such top-up.";
            case PURCHASE_NOT_FOUND -> "This client sees no such purchase.";
            case POP_UP_NOT_FOUND -> "This ledger has no such pop-up.";
            case DROP_NOT_FOUND -> "This ledger has no such drop.";
            case HOLD_NOT_FOUND -> "This client sees no such hold.";
            case REFUND_NOT_FOUND -> "This client sees no such refund.";
            case CHARGEBACK_NOT_FOUND -> "This ledger has no such chargeback.";
            case LINK_NOT_FOUND -> "This client has no such balance link.";
            case CREDIT_NOT_FOUND -> "This client sees no such credit.";
            case PLAN_NOT_FOUND -> "This ledger has no such membership plan.";
            case MEMBERSHIP_NOT_FOUND -> "This client sees no such membership.";
            case PAYOUT_NOT_FOUND -> "This ledger has no such payout.";
            case PROCESSOR_PAYOUT_NOT_FOUND -> "This ledger has no such payout of a processor.";
            case JOB_NOT_FOUND -> "This ledger has no such job.";
            case CODE_NOT_FOUND -> "The code is wrong, used or too old. Ask the member for a new one.";
        };
    }
}
