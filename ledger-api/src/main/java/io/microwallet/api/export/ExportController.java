package io.microwallet.api.export;

import io.microwallet.api.http.call.Allowed;
import io.microwallet.api.http.call.Caller;
import io.microwallet.api.http.problem.ProblemCode;
import io.microwallet.api.http.problem.ProblemException;
import io.microwallet.core.client.Scope;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exports of the journal. */
@RestController
@Tag(name = "Finance")
final class ExportController {
    /** Each holds a row an account in memory. */
    static final int EXPORTS_AT_ONCE_MAX = 4;

    private static final int RETRY_AFTER_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(ExportController.class);

    private final JournalExports exports;
    private final Semaphore places = new Semaphore(EXPORTS_AT_ONCE_MAX);

    ExportController(JournalExports exports) {
        this.exports = exports;
    }

    /** The journal of days or of all, streamed: the same bytes whenever it is asked for with the same last position. */
    @GetMapping("/v1/exports/journal")
    @Allowed(Scope.FINANCE)
    @ApiResponse(
            responseCode = "200",
            description =
                    "MicroWallet-Position names the position that it is as of, MicroWallet-Chain the log's chain there.",
            content = {
                @Content(mediaType = "text/plain", schema = @Schema(type = "string")),
                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
            })
    void exportJournal(
            Caller caller,
            @Parameter(description = "The first day, in the ledger's time zone", schema = @Schema(format = "date"))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "The last day, itself included", schema = @Schema(format = "date"))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"hledger", "csv"},
                                            defaultValue = "hledger"))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(description = "Nothing after this position: repeats an export while the ledger goes on")
                    @RequestParam(required = false)
                    @Nullable
                    String toPosition,
            HttpServletResponse response)
            throws IOException {
        var query = ExportQuery.of(from, to, format, toPosition);
        if (!places.tryAcquire()) {
            throw new ProblemException(ProblemCode.UNAVAILABLE
                    .problem("As many exports run as the service takes at once.")
                    .retryAfter(RETRY_AFTER_SECONDS));
        }
        try {
            stream(exports.begin(caller, query), query, response);
        } finally {
            places.release();
        }
    }

    private static void stream(JournalExport export, ExportQuery query, HttpServletResponse response)
            throws IOException {
        var head = export.head();
        response.setContentType(query.format().mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName(query) + '"');
        response.setHeader("MicroWallet-Position", Long.toString(head.last()));
        response.setHeader("MicroWallet-Chain", head.chain());
        try {
            export.write(query.format().over(response.getOutputStream()));
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                LOG.error("an export broke off", e);
                throw new ExportBrokenException();
            }
            throw e;
        }
    }

    private static String fileName(ExportQuery query) {
        var name = new StringBuilder("journal");
        if (query.from() != null) {
            name.append("-from-").append(query.from());
        }
        if (query.to() != null) {
            name.append("-to-").append(query.to());
        }
        return name.append('.').append(query.format().extension()).toString();
    }
}
