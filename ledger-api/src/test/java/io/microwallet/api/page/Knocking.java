package io.microwallet.api.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls of a page without a browser: what a browser would never send can be sent too. */
final class Knocking {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Member.Link link;

    Knocking(Member.Link link) {
        this.link = link;
    }

    /** As the page itself would send it. */
    HttpRequest.Builder knock(String secret) {
        return post("/session", "{\"secret\":\"" + secret + "\"}")
                .setHeader("Origin", origin())
                .setHeader("Sec-Fetch-Site", "same-origin")
                .setHeader("Content-Type", "application/json");
    }

    HttpRequest.Builder post(String path, String body) {
        return to(path).POST(BodyPublishers.ofString(body));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(link.url() + path));
    }

    String origin() {
        return "http://" + URI.create(link.url()).getAuthority();
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body of what never ends by itself. */
    HttpResponse<InputStream> listen(String cookie) {
        try {
            var request = to("/events?since=0").header("Cookie", cookie).build();
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the link; the Cookie header that a browser would send from then on. */
    String opened() {
        var answer = send(knock(link.secret()));
        if (answer.statusCode() != 204) {
            throw new AssertionError("the link did not open: " + answer.statusCode() + ' ' + answer.body());
        }
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    int look(String cookie) {
        return send(to("/balance").header("Cookie", cookie)).statusCode();
    }
}
