package io.microwallet.api.export;

import io.microwallet.api.export.format.CsvFormat;
import io.microwallet.api.export.format.HledgerFormat;
import io.microwallet.api.export.format.JournalFormat;
import io.microwallet.api.http.problem.ProblemCode;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an export is asked for with; each part that is wrong is a 400.
 *
 * @param toPosition nothing after it: repeats an export of a day that was not over, or of the whole
 */
record ExportQuery(
        Format format,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long toPosition) {
    /** How the file is written. */
    enum Format {
        HLEDGER("text/plain;charset=US-ASCII", "journal"),
        CSV("text/csv;charset=UTF-8;header=present", "csv");

        private final String mediaType;
        private final String extension;

        Format(String mediaType, String extension) {
            this.mediaType = mediaType;
            this.extension = extension;
        }

        String mediaType() {
            return mediaType;
        }

        String extension() {
            return extension;
        }

        JournalFormat over(OutputStream out) {
            return switch (this) {
                case HLEDGER -> new HledgerFormat(out);
                case CSV -> new CsvFormat(out);
            };
        }
    }

    static ExportQuery of(
            @Nullable String from, @Nullable String to, @Nullable String format, @Nullable String toPosition) {
        var query = new ExportQuery(format(format), day("from", from), day("to", to), position(toPosition));
        if (query.from != null && query.to != null && query.to.isBefore(query.from)) {
            throw ProblemCode.INVALID_PARAMETER.exception("to is a day before from.");
        }
        return query;
    }

    private static Format format(@Nullable String text) {
        return switch (text) {
            case "csv" -> Format.CSV;
            case "hledger" -> Format.HLEDGER;
            case null -> Format.HLEDGER;
            default -> throw ProblemCode.INVALID_PARAMETER.exception("format is hledger or csv.");
        };
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException _) {
            // A day that no calendar has is as wrong as any other text.
        }
        throw ProblemCode.INVALID_PARAMETER.exception(name + " is a day, as in 2026-11-23.");
    }

    private static @Nullable Long position(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw ProblemCode.INVALID_PARAMETER.exception("toPosition is a position of the log.");
        }
        return Long.valueOf(text);
    }

    /** The last position that may be in the export. */
    long positionMax(long newest) {
        if (toPosition == null) {
            return newest;
        }
        if (toPosition > newest) {
            throw ProblemCode.INVALID_PARAMETER.exception("toPosition has not been reached.");
        }
        return toPosition;
    }
}
