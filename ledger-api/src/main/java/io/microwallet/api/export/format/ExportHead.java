package io.microwallet.api.export.format;

import io.microwallet.core.client.ClientId;
import io.microwallet.core.ledger.Ledger;
import io.microwallet.core.money.Currency;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an export says of itself: the same for ever for the same span, so nothing of the moment when it was asked for.
 *
 * @param name of the ledger, in clear
 * @param first position of the span; -1 where it has no event
 * @param last the position that the export is as of; -1 for a ledger without events
 * @param chain of the log's row that holds {@code last}, lower-case hex
 * @param reader whose wallet tokens these are
 */
public record ExportHead(
        Ledger.Created ledger,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long first,
        long last,
        String chain,
        ClientId reader,
        int tokenVersion,
        List<Currency> currencies) {}
