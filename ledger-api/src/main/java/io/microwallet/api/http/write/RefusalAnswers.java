package io.microwallet.api.http.write;

import io.microwallet.api.http.problem.Problem;
import io.microwallet.core.request.RefusalCode;
import java.util.Locale;
import java.util.Map;

/** Refusals by the rules as answers: 422 with the refusal's name; the same bytes for ever, so texts change by version only. */
final class RefusalAnswers {
    private static final int UNPROCESSABLE = 422;

    /** Refusals that need more than their name. */
    private static final Map<String, String> DETAILS = Map.of(
            "INSUFFICIENT_FUNDS", "The wallet's available balance does not cover the amount.",
            "WALLET_FROZEN", "The wallet is frozen: it takes money, but spends none.",
            "WALLET_CLOSED", "The wallet is closed.",
            "WALLET_NOT_EMPTY", "The wallet still holds money, or waits for some.");

    private RefusalAnswers() {}

    static Answer render(RefusalCode refusal, int answerVersion) {
        return switch (answerVersion) {
            case 1 -> Answer.of(version1(refusal.value()));
            default -> throw new IllegalStateException("no refusals of version " + answerVersion);
        };
    }

    private static Problem version1(String code) {
        return Problem.of(
                UNPROCESSABLE, code, "The rules of the ledger refuse this", DETAILS.getOrDefault(code, sentence(code)));
    }

    private static String sentence(String code) {
        var words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + '.';
    }
}
