package io.microwallet.api.http.problem;

import io.microwallet.api.http.json.AnswerJson;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Problem details of RFC 9457: the members in the order in which they are written.
 *
 * @param retryAfterSeconds told as a header too; 0 for none
 */
public record Problem(int status, String code, Map<String, Object> members, int retryAfterSeconds) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:microwallet:problem:";

    public Problem {
        members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public static Problem of(int status, String code, String title, String detail) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", TYPE_PREFIX + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        members.put("title", title);
        members.put("status", status);
        members.put("code", code);
        members.put("detail", detail);
        return new Problem(status, code, members, 0);
    }

    /** The same problem with one more member. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, code, more, retryAfterSeconds);
    }

    /** The same problem with a sentence that says what to do. */
    public Problem advising(String advice) {
        return with("advice", advice);
    }

    public Problem retryAfter(int seconds) {
        return new Problem(status, code, members, seconds);
    }

    public byte[] bytes() {
        return AnswerJson.bytes(members);
    }
}
