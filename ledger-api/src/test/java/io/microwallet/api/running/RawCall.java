package io.microwallet.api.running;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A call as it is written to a socket, byte by byte: what no HTTP client would send can be sent too. */
public record RawCall(String method, String target, Map<String, List<String>> headers, byte[] body) {
    private static final int TIMEOUT_MILLIS = 40_000;

    /** The answer; the connection is closed behind it. */
    public TestAnswer send(URI service) {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(bytes());
            return answer(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() {
        var out = new ByteArrayOutputStream();
        out.writeBytes((method + ' ' + target + " HTTP/1.1\r\nConnection: close\r\n").getBytes(StandardCharsets.UTF_8));
        headers.forEach((name, values) -> values.forEach(
                value -> out.writeBytes((name + ": " + value + "\r\n").getBytes(StandardCharsets.UTF_8))));
        out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static TestAnswer answer(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        var lines = text.substring(0, end).split("\r\n");
        var fields = Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .collect(Collectors.groupingBy(
                        field -> field[0], TreeMap::new, Collectors.mapping(field -> field[1], Collectors.toList())));
        var status = Integer.parseInt(lines[0].split(" ")[1]);
        return new TestAnswer(
                status, HttpHeaders.of(fields, (_, _) -> true), Arrays.copyOfRange(bytes, end + 4, bytes.length));
    }
}
