package io.microwallet.api.statement;

import io.microwallet.api.http.json.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a wallet's statement.
 *
 * @param position the newest that this page knows of; what it shows never changes
 * @param entries newest first
 * @param next the cursor of the page behind it, absent on the last
 * @param period the month that it is of, where one was asked for
 */
@Schema(name = "Statement")
record Statement(
        long position,
        List<Entry> entries,
        @Nullable String next,
        @Nullable Month period) {
    /**
     * A month and what the wallet held before and after it: the opening balance and all that the month's entries moved come
     * to the closing one.
     *
     * @param by which time of an entry decides: recorded or effective
     * @param from its first instant
     * @param to the first instant after it
     */
    @Schema(name = "StatementMonth")
    record Month(
            String month,
            String timeZone,

            @Schema(allowableValues = {"recorded", "effective"})
            String by,

            String from,
            String to,
            List<Balance> opening,
            List<Balance> closing) {}

    /** By the books, in minor units: credit that has expired is in it until its expiry is booked. */
    @Schema(name = "StatementBalance")
    record Balance(String currency, long available, long held, long ledger) {}

    /**
     * What moved the balance or the status.
     *
     * @param id of the top-up, purchase, hold, credit, membership, refund or chargeback
     * @param merchant who was paid, or who paid for a credit
     * @param amount what of the available balance came or went: of a capture, what it let go of; absent for a change of status
     * @param captured what a capture took of what was held
     * @param available the wallet's available balance of that currency after it
     */
    @Schema(name = "StatementEntry")
    record Entry(
            long position,
            String at,
            @Nullable String effectiveAt,

            @Schema(
                    allowableValues = {
                        "top-up",
                        "purchase",
                        "hold",
                        "capture",
                        "hold-voided",
                        "hold-expired",
                        "credit",
                        "credit-expired",
                        "membership",
                        "membership-credit",
                        "attendance-credit",
                        "refund",
                        "unspent-returned",
                        "refund-failed",
                        "refund-settled-after-failed",
                        "chargeback",
                        "dispute-won",
                        "receivable-collected",
                        "receivable-written-off",
                        "opened",
                        "frozen",
                        "unfrozen",
                        "closed",
                        "erased"
                    })
            String kind,

            @Nullable String id,
            @Nullable String merchant,
            @Nullable String merchantName,
            @Nullable MoneyJson amount,
            @Nullable MoneyJson captured,
            @Nullable MoneyJson available,
            @Nullable String reference) {
        /** Of anything but a capture. */
        Entry(
                long position,
                String at,
                @Nullable String effectiveAt,
                String kind,
                @Nullable String id,
                @Nullable String merchant,
                @Nullable String merchantName,
                @Nullable MoneyJson amount,
                @Nullable MoneyJson available,
                @Nullable String reference) {
            this(position, at, effectiveAt, kind, id, merchant, merchantName, amount, null, available, reference);
        }
    }
}
