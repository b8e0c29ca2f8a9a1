package io.microwallet.api.page.web;

import io.microwallet.api.http.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers a refused person with a page, and a refused script with problem details. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class PageRefusals {
    private final PageAssets assets;

    public PageRefusals(PageAssets assets) {
        this.assets = assets;
    }

    @ExceptionHandler
    @Nullable
    ModelAndView refused(PageRefusedException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isReadByAPerson(request)) {
            return page(e.refusal());
        }
        ProblemWriter.write(e.refusal().problem().retryAfter(e.retryAfterSeconds()), response);
        return null;
    }

    private static boolean isReadByAPerson(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET") && accept != null && accept.contains("text/html");
    }

    private ModelAndView page(PageRefusal refusal) {
        var page = new ModelAndView("page/ended", HttpStatus.valueOf(refusal.status()));
        page.addObject("assets", assets);
        page.addObject("title", refusal.title());
        page.addObject("detail", refusal.detail());
        return page;
    }
}
