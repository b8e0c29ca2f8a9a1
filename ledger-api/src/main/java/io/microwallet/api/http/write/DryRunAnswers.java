package io.microwallet.api.http.write;

import io.microwallet.api.http.json.AnswerJson;
import io.microwallet.api.http.problem.Problem;
import io.microwallet.api.http.problem.ProblemCode;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers to dry runs: a 200 that says what it is, or the refusal as it would be. */
final class DryRunAnswers {
    private static final int OK = 200;
    private static final int REFUSED_FROM = 400;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private DryRunAnswers() {}

    static ResponseEntity<byte[]> entity(Answer answer) {
        return Writes.told(answer.status() < REFUSED_FROM ? marked(answer) : answer);
    }

    private static Answer marked(Answer answer) {
        var body = (ObjectNode) MAPPER.readTree(answer.body());
        return new Answer(OK, answer.mediaType(), AnswerJson.bytes(body.put("dryRun", true)));
    }

    static Problem late() {
        return ProblemCode.UNAVAILABLE
                .problem("The dry run took too long. It would have written nothing anyway.")
                .retryAfter(1);
    }
}
