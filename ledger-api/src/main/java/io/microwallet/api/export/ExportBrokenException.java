package io.microwallet.api.export;

import java.io.IOException;

/**
 * An export broke off when its first bytes were out. Checked, so that nothing turns it into an answer behind those bytes: it
 * reaches the server, which breaks the connection, and the client knows that the file is not whole.
 */
final class ExportBrokenException extends IOException {
    ExportBrokenException(Throwable cause) {
        super("an export broke off", cause);
    }
}
