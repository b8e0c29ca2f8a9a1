package io.microwallet.api.bench.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** One connection that is kept, and as little HTTP/1.1 as it takes: the client shares the processors with what it measures. */
final class Connection implements AutoCloseable {
    private static final int ANSWER_MAX_MILLIS = 30_000;
    private static final int BUFFER_BYTES = 16_384;
    private static final int LINE_MAX = 8_192;

    private final Socket socket;
    private final InputStream in;
    private boolean kept = true;

    /** The body is empty where nobody wants it. */
    record Response(int status, byte[] body) {}

    Connection(URI service) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(ANSWER_MAX_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
    }

    /** Whether it takes another call. */
    boolean isKept() {
        return kept;
    }

    Response call(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        var chunked = false;
        for (var line = line().toLowerCase(Locale.ROOT); !line.isEmpty(); line = line().toLowerCase(Locale.ROOT)) {
            if (line.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            } else if (line.startsWith("transfer-encoding:")) {
                chunked = line.contains("chunked");
            } else if (line.startsWith("connection:") && line.contains("close")) {
                kept = false;
            }
        }
        return new Response(status, chunked ? chunks() : bytes(length));
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(bytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new byte[LINE_MAX];
        var length = 0;
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || length == LINE_MAX) {
                throw new EOFException();
            }
            line[length++] = (byte) next;
        }
        return new String(line, 0, Math.max(0, length - 1), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
