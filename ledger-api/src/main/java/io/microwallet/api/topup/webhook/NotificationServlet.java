package io.microwallet.api.topup.webhook;

import io.microwallet.api.http.problem.ApiProblems;
import io.microwallet.api.http.problem.Problem;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemWriter;
import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.core.journal.ProcessorId;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code POST /v1/webhooks/PROCESSOR}: what processors tell, signed by them and not by a client. A servlet of its own, so
 * that the bytes that came are the bytes that are verified.
 */
public final class NotificationServlet extends HttpServlet {
    /** Where it is mounted; calls below it carry no client's signature. */
    public static final String PATH = "/v1/webhooks/*";

    private static final int BODY_BYTES_MAX = 64 * 1_024;
    private static final int NO_CONTENT = 204;
    private static final int FORBIDDEN = 403;

    private final transient ProcessorNotices notices;

    public NotificationServlet(ProcessorNotices notices) {
        this.notices = notices;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
        if (body.length > BODY_BYTES_MAX) {
            ProblemWriter.write(
                    ProblemCode.BODY_TOO_LARGE.problem("A body has at most " + BODY_BYTES_MAX + " bytes."), response);
            return;
        }
        switch (receive(request, body)) {
            case TAKEN -> response.setStatus(NO_CONTENT);
            case NOT_YET -> ProblemWriter.write(ApiProblems.unavailable(), response);
            case FORGED -> ProblemWriter.write(forged(), response);
            case NO_SUCH_PROCESSOR ->
                ProblemWriter.write(ProblemCode.ROUTE_NOT_FOUND.problem("There is nothing at this path."), response);
        }
    }

    private ProcessorNotices.Receipt receive(HttpServletRequest request, byte[] body) {
        var processor = processorIn(request);
        try {
            return processor.isEmpty()
                    ? ProcessorNotices.Receipt.NO_SUCH_PROCESSOR
                    : notices.receive(processor.get(), headers(request), body);
        } catch (BooksUnavailableException e) {
            return ProcessorNotices.Receipt.NOT_YET;
        }
    }

    private static Optional<ProcessorId> processorIn(HttpServletRequest request) {
        var path = request.getPathInfo();
        try {
            return path == null || path.isEmpty() ? Optional.empty() : Optional.of(new ProcessorId(path.substring(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(
                        name -> name.toLowerCase(Locale.ROOT), request::getHeader, (first, again) -> first));
    }

    private static Problem forged() {
        return Problem.of(
                FORBIDDEN,
                "NOTIFICATION_NOT_SIGNED",
                "The notification is not signed by the processor",
                "Nothing was read of it.");
    }
}
