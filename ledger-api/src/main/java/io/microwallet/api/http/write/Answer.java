package io.microwallet.api.http.write;

import io.microwallet.api.http.json.AnswerJson;
import io.microwallet.api.http.problem.Problem;
import org.springframework.http.MediaType;

/** The answer to a write: the same status and bytes whenever it is asked for. */
public record Answer(int status, String mediaType, byte[] body) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    public static Answer ok(Object body) {
        return json(OK, body);
    }

    public static Answer created(Object body) {
        return json(CREATED, body);
    }

    public static Answer accepted(Object body) {
        return json(ACCEPTED, body);
    }

    public static Answer of(Problem problem) {
        return new Answer(problem.status(), Problem.MEDIA_TYPE, problem.bytes());
    }

    private static Answer json(int status, Object body) {
        return new Answer(status, MediaType.APPLICATION_JSON_VALUE, AnswerJson.bytes(body));
    }
}
