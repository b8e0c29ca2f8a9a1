package io.microwallet.api.export.format;

import java.io.IOException;
import java.util.List;

/** Writes one journal, front to back: begin, declare (in batches), entries, end. Never closes what it writes to. */
public interface JournalFormat {
    void begin(ExportHead head) throws IOException;

    /** Names accounts that the entries will use. */
    void declare(List<String> accounts) throws IOException;

    void entry(ExportedEntry entry) throws IOException;

    /** Completes and flushes. */
    void end() throws IOException;
}
