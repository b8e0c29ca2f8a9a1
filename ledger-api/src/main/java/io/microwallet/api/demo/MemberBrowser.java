package io.microwallet.api.demo;

import io.microwallet.api.cli.output.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A member's phone with a balance link open: what the page's own script does, without a screen. */
final class MemberBrowser {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
    private static final Pattern CODE = Pattern.compile("data-code=\"([0-9A-Z]{8})\"");
    private static final int GOOD_BELOW = 300;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();
    private final URI page;
    private final String secret;
    private String cookie = "";

    /** @param url with the secret as its fragment, as the link was sent to the member */
    MemberBrowser(URI url) {
        page = URI.create(url.toString().replaceFirst("#.*", ""));
        secret = Optional.ofNullable(url.getRawFragment()).orElse("");
    }

    /** Taps "Show my balance"; true where the page opened. */
    boolean open() throws IOException, InterruptedException {
        get("");
        var body = Json.object().put("secret", secret);
        var request = HttpRequest.newBuilder(URI.create(page + "/session"))
                .timeout(ANSWER_MAX)
                .header("Origin", page.getScheme() + "://" + page.getRawAuthority())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
        var answer = http.send(request, BodyHandlers.discarding());
        answer.headers().firstValue("set-cookie").ifPresent(set -> cookie = set.replaceFirst(";.*", ""));
        return answer.statusCode() < GOOD_BELOW && !cookie.isEmpty();
    }

    /** The code to show at a till: good for one use and 60 seconds. */
    String code() throws IOException, InterruptedException {
        var match = CODE.matcher(get("/code").body());
        if (!match.find()) {
            throw new IOException("the page shows no code");
        }
        return match.group(1);
    }

    /** Whether the page shows this text now. */
    boolean shows(String text) throws IOException, InterruptedException {
        return get("").body().contains(text);
    }

    private HttpResponse<String> get(String part) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(page + part))
                .timeout(ANSWER_MAX)
                .header("Accept-Language", "en");
        return http.send(
                cookie.isEmpty()
                        ? request.build()
                        : request.header("Cookie", cookie).build(),
                BodyHandlers.ofString());
    }
}
