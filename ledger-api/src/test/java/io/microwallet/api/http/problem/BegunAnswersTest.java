package io.microwallet.api.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.microwallet.core.books.BooksUnavailableException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;

/** A problem is an answer of its own, and never the end of another one. */
class BegunAnswersTest {
    private static final byte[] BEGINNING = "retry: 2000\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final ApiProblems PROBLEMS = new ApiProblems();

    /** What ends an event stream, a page or a file, and how it is told where nothing was sent yet. */
    private record End(RuntimeException thrown, Handler handler) {
        interface Handler {
            ResponseEntity<byte[]> told(HttpServletResponse response);
        }

        @Override
        public String toString() {
            return thrown.toString();
        }
    }

    static Stream<End> ends() {
        var bug = new IllegalStateException("a bug");
        var away = new BooksUnavailableException("the database went away");
        var problem = ProblemCode.UNAVAILABLE.exception("Come again.");
        return Stream.of(
                new End(bug, response -> PROBLEMS.bug(bug, response)),
                new End(away, response -> PROBLEMS.unavailable(away, response)),
                new End(problem, response -> PROBLEMS.problem(problem, response)));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void what_has_begun_breaks_off_and_reaches_the_server(End end) throws IOException {
        var begun = new MockHttpServletResponse();
        begun.getOutputStream().write(BEGINNING);
        begun.flushBuffer();
        assertThat(catchThrowable(() -> end.handler().told(begun))).isSameAs(end.thrown());
        assertThat(begun.getContentAsByteArray()).isEqualTo(BEGINNING);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void what_has_not_begun_is_answered_with_a_problem(End end) {
        var told = end.handler().told(new MockHttpServletResponse());
        assertThat(told.getStatusCode().is5xxServerError()).isTrue();
        assertThat(told.getBody()).isNotEmpty();
    }
}
