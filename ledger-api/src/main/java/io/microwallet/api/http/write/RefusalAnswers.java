package io.microwallet.api.http.write;

import io.microwallet.api.http.problem.Problem;
import io.microwallet.core.decision.Refusals;
import io.microwallet.core.request.RefusalCode;
import java.util.Locale;

/** Refusals by the rules as answers: 422 with the refusal's name; the same bytes for ever, so texts change by version only. */
public final class RefusalAnswers {
    private static final int UNPROCESSABLE = 422;

    private RefusalAnswers() {}

    public static Answer render(RefusalCode refusal, int answerVersion) {
        return switch (answerVersion) {
            case 1 -> Answer.of(version1(refusal));
            default -> throw new IllegalStateException("no refusals of version " + answerVersion);
        };
    }

    /** The advice is part of the bytes: golden files see to it that nobody changes one without a new version. */
    private static Problem version1(RefusalCode code) {
        var problem =
                Problem.of(UNPROCESSABLE, code.value(), "The rules of the ledger refuse this", sentence(code.value()));
        return Refusals.adviceOn(code).map(problem::advising).orElse(problem);
    }

    private static String sentence(String code) {
        var words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + '.';
    }
}
