package io.microwallet.api.server;

import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemWriter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the servlet container finds wrong by itself: told as a problem too, and nothing of how the service is made. */
@RestController
final class LastResort implements ErrorController {
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        var status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : NOT_FOUND;
        return ProblemWriter.entity(
                switch (status) {
                    case NOT_FOUND -> ProblemCode.ROUTE_NOT_FOUND.problem("There is nothing at this path.");
                    case METHOD_NOT_ALLOWED ->
                        ProblemCode.METHOD_NOT_ALLOWED.problem("This path does not take this method.");
                    default ->
                        status < FIRST_SERVER_ERROR
                                ? ProblemCode.MALFORMED_REQUEST.problem("The request is not well-formed.")
                                : ProblemCode.INTERNAL_ERROR.problem("The call could not be answered.");
                });
    }
}
