package io.microwallet.api.http.problem;

import io.microwallet.core.books.BooksUnavailableException;
import io.microwallet.vault.VaultUnavailableException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever ends a call into problem details; a stack trace goes to the log and never to a caller. */
@RestControllerAdvice
public final class ApiProblems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);
    private static final int RETRY_AFTER_SECONDS = 1;

    @ExceptionHandler
    ResponseEntity<byte[]> problem(ProblemException e, HttpServletResponse response) {
        breakOffIfBegun(e, response);
        return ProblemWriter.entity(e.problem());
    }

    @ExceptionHandler({BooksUnavailableException.class, VaultUnavailableException.class, DataAccessException.class})
    ResponseEntity<byte[]> unavailable(RuntimeException e, HttpServletResponse response) {
        LOG.warn("a call found the books closed: {}", e.toString());
        breakOffIfBegun(e, response);
        return ProblemWriter.entity(unavailable());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> bug(RuntimeException e, HttpServletResponse response) {
        LOG.error("a call met a bug", e);
        breakOffIfBegun(e, response);
        return ProblemWriter.entity(ProblemCode.INTERNAL_ERROR.problem(
                "Nothing was decided. The call may be repeated with the same Idempotency-Key."));
    }

    /**
     * Nothing is written behind the first bytes of another answer: thrown on, it reaches the server, which breaks the
     * connection, and the reader of a stream or a file knows that it is not whole.
     */
    private static void breakOffIfBegun(RuntimeException e, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw e;
        }
    }

    public static Problem unavailable() {
        return ProblemCode.UNAVAILABLE
                .problem("The books cannot be reached at the moment. Nothing was written.")
                .retryAfter(RETRY_AFTER_SECONDS);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return plain(BodyProblems.of(e.getCause()), headers);
    }

    /** Told to the caller alone: what strangers ask for is no warning to us, and Spring would log one for each. */
    @Override
    protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(e, null, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return plain(ofStatus(status.value()), headers);
    }

    /** What Spring itself finds wrong with a call. */
    private static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> ProblemCode.ROUTE_NOT_FOUND.problem("There is nothing at this path.");
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED.problem("The Allow header names the methods of this path.");
            case 406 -> ProblemCode.NOT_ACCEPTABLE.problem("Accept application/json.");
            case 413 -> ProblemCode.BODY_TOO_LARGE.problem("The body is too large.");
            case 415 -> ProblemCode.MEDIA_TYPE_UNSUPPORTED.problem("Send application/json, in UTF-8.");
            case 503 -> unavailable();
            default ->
                status < 500
                        ? ProblemCode.MALFORMED_REQUEST.problem("The request is not one that this path takes.")
                        : ProblemCode.INTERNAL_ERROR.problem("The call could not be answered.");
        };
    }

    private static ResponseEntity<Object> plain(Problem problem, HttpHeaders headers) {
        var entity = ProblemWriter.entity(problem);
        return ResponseEntity.status(entity.getStatusCode())
                .headers(all -> {
                    all.putAll(headers);
                    all.putAll(entity.getHeaders());
                })
                .body(entity.getBody());
    }
}
