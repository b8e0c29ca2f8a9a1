package io.microwallet.api.export.format;

import io.microwallet.core.ledger.Mode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A journal that {@code hledger check -s} accepts, in plain ASCII: every account and commodity is declared before its use.
 * Ends with the number of entries and the SHA-256 of every byte before that line: a file without it was cut short.
 */
public final class HledgerFormat implements JournalFormat {
    private static final String HEAD = """
            ; MicroWallet journal
            ; ledger %s, %s: %s
            ; %s, time zone %s
            ; %s
            ; chain %s
            ; wallets are tokens of client %s, version %d
            """;
    private static final String ROOTS = """
            account Assets  ; type:A
            account Liabilities  ; type:L
            account Income  ; type:R
            account Expenses  ; type:X
            """;

    private static final int YEAR_MIN = 1_000;
    private static final int YEAR_MAX = 9_999;

    private final DigestOutputStream digest;
    private final Writer out;
    private long entries;

    public HledgerFormat(OutputStream out) {
        digest = new DigestOutputStream(out, sha256());
        this.out = new BufferedWriter(new OutputStreamWriter(digest, StandardCharsets.US_ASCII.newEncoder()));
    }

    @Override
    public void begin(ExportHead head) throws IOException {
        var ledger = head.ledger();
        out.write(HEAD.formatted(
                ledger.id().text(),
                ledger.mode() == Mode.LIVE ? "live" : "sandbox",
                HledgerText.harmless(head.name()),
                days(head.from(), head.to()),
                ledger.zone(),
                positions(head),
                head.chain(),
                head.reader().text(),
                head.tokenVersion()));
        out.write("decimal-mark .\n");
        for (var currency : head.currencies()) {
            // hledger wants a decimal mark here, also where no decimals follow it.
            out.write("commodity 1000." + "0".repeat(currency.decimals()) + ' ' + currency.code() + '\n');
        }
        out.write(ROOTS);
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return "days " + (from == null ? "from the first" : from) + " to " + (to == null ? "the last" : to);
    }

    private static String positions(ExportHead head) {
        if (head.last() < 0) {
            return "no positions";
        }
        return head.first() < 0
                ? "no positions, as of " + head.last()
                : "positions " + head.first() + " to " + head.last();
    }

    @Override
    public void declare(List<String> accounts) throws IOException {
        for (var account : accounts) {
            out.write("account " + account + '\n');
        }
    }

    @Override
    public void entry(ExportedEntry entry) throws IOException {
        entries += entry.number() > 0 ? 1 : 0;
        out.write("\n" + entry.day() + effectiveDay(entry) + " (" + entry.number() + ") " + entry.event() + '\n');
        out.write("    ; " + tags(entry) + '\n');
        for (var line : entry.lines()) {
            var amount = Amounts.plain(line.signed(), line.currency());
            out.write("    " + line.account() + "  " + amount + ' '
                    + line.currency().code() + '\n');
        }
    }

    /** hledger's second date, {@code =2026-11-22}; it reads years of four digits. */
    private static String effectiveDay(ExportedEntry entry) {
        var day = entry.effectiveDay();
        return day == null || day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX ? "" : "=" + day;
    }

    private static String tags(ExportedEntry entry) {
        var tags = new StringJoiner(", ");
        tags.add("position:" + entry.position());
        tags.add("recorded:" + entry.at());
        if (entry.effective() != null) {
            tags.add("effective:" + entry.effective());
        }
        addTag(tags, "popup:", entry.popUp());
        addTag(tags, "reference:", HledgerText.reference(entry.reference()));
        addTag(tags, "merchant:", entry.merchant());
        addTag(tags, "name:", HledgerText.harmless(entry.merchantName()));
        return tags.toString();
    }

    private static void addTag(StringJoiner tags, String name, String value) {
        if (!value.isEmpty()) {
            tags.add(name + value);
        }
    }

    @Override
    public void end() throws IOException {
        out.write("\n; entries " + entries + '\n');
        out.flush();
        out.write("; sha256 of all above "
                + HexFormat.of().formatHex(digest.getMessageDigest().digest()) + '\n');
        out.flush();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
