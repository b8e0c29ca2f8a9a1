package io.microwallet.api.export;

import java.io.IOException;

/**
 * An export broke off when its first bytes were out. Checked and without a cause, because an exception handler that finds
 * itself a match, in the causes too, would write its answer behind those bytes: so it reaches the server, which breaks the
 * connection, and the client knows that the file is not whole.
 */
final class ExportBrokenException extends IOException {
    ExportBrokenException() {
        super("an export broke off");
    }
}
