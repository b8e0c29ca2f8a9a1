package io.microwallet.api.server;

import io.microwallet.api.http.problem.Problem;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemWriter;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** What the web server refuses before any route is asked for: a problem too, and no page that says what the service is made of. */
public final class ContainerProblems extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        var status = response.getStatus();
        if (status < FIRST_ERROR
                || response.getContentWritten() > 0
                || !response.setErrorReported()
                || !open(response)) {
            return;
        }
        try {
            ProblemWriter.write(problem(status), response);
            response.finishResponse();
        } catch (IOException | IllegalStateException _) {
            // The caller has gone, or was sent something already: there is nobody to tell.
        }
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 404 -> ProblemCode.ROUTE_NOT_FOUND.problem("There is nothing at this path.");
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED.problem("This method is taken nowhere.");
            default ->
                status < FIRST_SERVER_ERROR
                        ? ProblemCode.MALFORMED_REQUEST.problem(
                                "The request line or a header is not well-formed, or too long.")
                        : ProblemCode.INTERNAL_ERROR.problem("The call could not be answered.");
        };
    }

    private static boolean open(Response response) {
        var open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        return open.get();
    }
}
