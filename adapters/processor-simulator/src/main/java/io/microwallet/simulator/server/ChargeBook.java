package io.microwallet.simulator.server;

import io.microwallet.core.money.Money;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every charge that the processor ever saw: lines of JSON in an append-only file, each on disk before it is answered. */
final class ChargeBook implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FileChannel file;
    private final Map<String, Charge> charges = new HashMap<>();
    private final Map<String, Charge> byId = new HashMap<>();
    private final Map<String, Refund> refunds = new HashMap<>();
    private final Set<String> lost = new HashSet<>();

    private ChargeBook(FileChannel file) {
        this.file = file;
    }

    /** @throws IOException if the file cannot be read, is held by another processor, or is damaged before its last line */
    static ChargeBook open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            hold(file, path);
            var book = new ChargeBook(file);
            book.readAgain(Files.readAllBytes(path));
            return book;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    synchronized Optional<Charge> find(String key) {
        return Optional.ofNullable(charges.get(key));
    }

    /** Keeps the charge, unless there is one with its key: then that one is returned. */
    synchronized Charge keep(Charge charge) throws IOException {
        var first = charges.get(charge.key());
        if (first != null) {
            return first;
        }
        append(line(charge));
        put(charge);
        return charge;
    }

    private void put(Charge charge) {
        charges.put(charge.key(), charge);
        byId.put(ChargeJson.idOf(charge.key()), charge);
    }

    /** The charge of the processor's own id. */
    synchronized Optional<Charge> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<Refund> findRefund(String key) {
        return Optional.ofNullable(refunds.get(key));
    }

    /** Keeps the refund, unless there is one with its key: then that one is returned; empty for more than was charged. */
    synchronized Optional<Refund> keep(Refund refund) throws IOException {
        var first = refunds.get(refund.key());
        if (first != null) {
            return Optional.of(first);
        }
        if (refundedOf(refund.charge()) + refund.amount().amount() > amountOf(refund.charge())) {
            return Optional.empty();
        }
        append(RefundJson.line(refund));
        refunds.put(refund.key(), refund);
        return Optional.of(refund);
    }

    private long amountOf(String charge) {
        var known = byId.get(charge);
        return known == null ? 0 : known.amount().amount();
    }

    /** What a card did not take may be sent again. */
    private long refundedOf(String charge) {
        return refunds.values().stream()
                .filter(refund -> refund.charge().equals(charge) && refund.status(Instant.MAX) != Refund.Status.FAILED)
                .mapToLong(refund -> refund.amount().amount())
                .sum();
    }

    /** Whether this is the first attempt under the key; every later call says no, also after a restart. */
    synchronized boolean lose(String key) throws IOException {
        if (lost.contains(key)) {
            return false;
        }
        append(JSON.createObjectNode().put("key", key).put("lost", true).toString());
        return lost.add(key);
    }

    /** How many charges took money, of all. */
    synchronized long taken() {
        return charges.values().stream()
                .filter(charge -> charge.testCard().approves())
                .count();
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    private static void hold(FileChannel file, Path path) throws IOException {
        try {
            if (file.tryLock() == null) {
                throw new IOException(path + " is held by another simulated processor");
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(path + " is held by another simulated processor", e);
        }
    }

    private void readAgain(byte[] bytes) throws IOException {
        var begin = 0;
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                remember(JSON.readTree(bytes, begin, i - begin));
                begin = i + 1;
            }
        }
        // A line without its end was being written when the power went, so it was never answered.
        file.truncate(begin);
        file.position(begin);
    }

    private void remember(JsonNode line) {
        var key = line.required("key").asString();
        if (line.has("lost")) {
            lost.add(key);
        } else if (line.has("refundOf")) {
            refunds.put(key, RefundJson.refund(key, line));
        } else {
            put(charge(key, line));
        }
    }

    private void append(String line) throws IOException {
        var begin = file.position();
        try {
            var bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            file.truncate(begin);
            throw e;
        }
    }

    private static String line(Charge charge) {
        return JSON.createObjectNode()
                .put("key", charge.key())
                .put("card", charge.card())
                .put("amount", charge.amount().amount())
                .put("currency", charge.amount().currency().code())
                .put("settlesAt", charge.settlesAt().toString())
                .toString();
    }

    private static Charge charge(String key, JsonNode line) {
        return new Charge(
                key,
                line.required("card").asString(),
                Money.of(
                        line.required("amount").longValue(),
                        line.required("currency").asString()),
                Instant.parse(line.required("settlesAt").asString()));
    }
}
