package io.microwallet.api.http.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microwallet.core.books.BooksUnavailableException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;

/** A problem is an answer of its own, and never the end of another one. */
class BegunAnswersTest {
    private static final byte[] BEGINNING = "retry: 2000\n\n".getBytes(StandardCharsets.US_ASCII);

    /** Whatever has sent its first bytes when it fails: an event stream, a page, a file. */
    private static final class Broken {
        private final RuntimeException end;

        Broken(RuntimeException end) {
            this.end = end;
        }

        @GetMapping("/stream")
        void stream(HttpServletResponse response) throws IOException {
            response.getOutputStream().write(BEGINNING);
            response.flushBuffer();
            throw end;
        }
    }

    static Stream<RuntimeException> ends() {
        return Stream.of(
                new IllegalStateException("a bug"),
                new BooksUnavailableException("the database went away"),
                ProblemCode.UNAVAILABLE.exception("Come again."));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void what_has_begun_breaks_off_and_reaches_the_server(RuntimeException end) {
        var service = MockMvcBuilders.standaloneSetup(new Broken(end))
                .setControllerAdvice(new ApiProblems())
                .alwaysDo(answer ->
                        assertThat(answer.getResponse().getContentAsByteArray()).isEqualTo(BEGINNING))
                .build();
        assertThatThrownBy(() -> service.perform(MockMvcRequestBuilders.get("/stream")))
                .hasRootCause(end);
    }
}
