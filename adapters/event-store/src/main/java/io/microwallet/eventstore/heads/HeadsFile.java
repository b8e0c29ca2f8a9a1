package io.microwallet.eventstore.heads;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** {@code heads.jsonl}: one signed head a line, oldest first; only ever appended to. */
public record HeadsFile(Path path) {
    private static final String NAME = "heads.jsonl";

    /** In a data directory. */
    public static HeadsFile in(Path directory) {
        return new HeadsFile(directory.resolve(NAME));
    }

    /** Durable when this returns. A line that a crash tore off is cut away first. */
    public void append(SignedHead head) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.position(wholeLines());
            channel.truncate(channel.position());
            var line = ByteBuffer.wrap((head.line() + '\n').getBytes(StandardCharsets.US_ASCII));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    /** Every whole line, in order; none where there is no file yet. */
    public void forEachLine(Consumer<String> consumer) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        var rest = wholeLines();
        try (var lines = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            while (rest > 0) {
                var line = lines.readLine();
                if (line == null) {
                    return;
                }
                rest -= line.length() + 1;
                consumer.accept(line);
            }
        }
    }

    /** Bytes up to the end of the last whole line. */
    private long wholeLines() throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            for (var end = file.length(); end > 0; end--) {
                file.seek(end - 1);
                if (file.read() == '\n') {
                    return end;
                }
            }
            return 0;
        }
    }
}
