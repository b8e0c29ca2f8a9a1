package io.microwallet.api.export.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row for each posting, RFC 4180 in UTF-8 with a head row and no comments, which that format does not have. Amounts are
 * positive, on one side; what stands in a cell is never taken for a formula.
 *
 * <ul>
 *   <li>{@code entry}: the entry's number in its ledger, 0 for opening balances; {@code position}: of its event in the log
 *   <li>{@code recorded}, {@code effective}: RFC 3339 in UTC; {@code event}: what happened
 *   <li>{@code account}: wallets as the exporting client's tokens; {@code debit}, {@code credit}: one is empty
 *   <li>{@code currency}: ISO 4217; {@code pop-up}: its id; {@code reference}: the till's, empty once the member is erased
 *   <li>{@code merchant}: the seller's name
 * </ul>
 */
public final class CsvFormat implements JournalFormat {
    private static final List<String> COLUMNS = List.of(
            "entry",
            "position",
            "recorded",
            "effective",
            "event",
            "account",
            "debit",
            "credit",
            "currency",
            "pop-up",
            "reference",
            "merchant");

    private final CsvWriter csv;

    public CsvFormat(OutputStream out) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void begin(ExportHead head) {
        csv.writeRecord(COLUMNS);
    }

    /** A table declares nothing. */
    @Override
    public void declare(List<String> accounts) {}

    @Override
    public void entry(ExportedEntry entry) {
        for (var line : entry.lines()) {
            var amount = Amounts.plain(Math.absExact(line.signed()), line.currency());
            csv.writeRecord(
                    Long.toString(entry.number()),
                    Long.toString(entry.position()),
                    entry.at().toString(),
                    text(entry.effective()),
                    entry.event(),
                    line.account(),
                    line.signed() >= 0 ? amount : "",
                    line.signed() < 0 ? amount : "",
                    line.currency().code(),
                    entry.popUp(),
                    CsvCell.harmless(entry.reference()),
                    CsvCell.harmless(entry.merchantName()));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }
}
