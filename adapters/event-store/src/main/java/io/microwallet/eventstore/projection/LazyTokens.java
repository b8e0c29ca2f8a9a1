package io.microwallet.eventstore.projection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.eventhandling.processing.streaming.segmenting.Segment;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * Stores the token of each batch that wrote something, in its transaction; of those that had nothing to write, one in a while. A
 * restart then reads some events again that a projection has no use for, and skips none.
 */
final class LazyTokens implements TokenStore {
    private static final long UNTOUCHED_NANOS = 100_000_000;

    private final TokenStore tokens;
    private final ProjectionTransactions transactions;
    private final Map<String, Long> storedAt = new ConcurrentHashMap<>();

    LazyTokens(TokenStore tokens, ProjectionTransactions transactions) {
        this.tokens = tokens;
        this.transactions = transactions;
    }

    @Override
    public CompletableFuture<Void> storeToken(
            @Nullable TrackingToken token, String processor, int segment, @Nullable ProcessingContext context) {
        var now = System.nanoTime();
        var stored = storedAt.get(processor);
        if (stored != null && now - stored < UNTOUCHED_NANOS && transactions.isUntouched()) {
            return CompletableFuture.completedFuture(null);
        }
        storedAt.put(processor, now);
        return tokens.storeToken(token, processor, segment, context);
    }

    @Override
    public CompletableFuture<List<Segment>> initializeTokenSegments(
            String processor, int segments, @Nullable TrackingToken initial, @Nullable ProcessingContext context) {
        return tokens.initializeTokenSegments(processor, segments, initial, context);
    }

    @Override
    public CompletableFuture<TrackingToken> fetchToken(
            String processor, int segment, @Nullable ProcessingContext context) {
        return tokens.fetchToken(processor, segment, context);
    }

    @Override
    public CompletableFuture<TrackingToken> fetchToken(
            String processor, Segment segment, @Nullable ProcessingContext context) {
        return tokens.fetchToken(processor, segment, context);
    }

    @Override
    public CompletableFuture<Void> extendClaim(String processor, int segment, @Nullable ProcessingContext context) {
        return tokens.extendClaim(processor, segment, context);
    }

    @Override
    public CompletableFuture<Void> releaseClaim(String processor, int segment, @Nullable ProcessingContext context) {
        return tokens.releaseClaim(processor, segment, context);
    }

    @Override
    public CompletableFuture<Void> initializeSegment(
            @Nullable TrackingToken token, String processor, Segment segment, @Nullable ProcessingContext context) {
        return tokens.initializeSegment(token, processor, segment, context);
    }

    @Override
    public CompletableFuture<Void> deleteToken(String processor, int segment, @Nullable ProcessingContext context) {
        return tokens.deleteToken(processor, segment, context);
    }

    @Override
    public CompletableFuture<Segment> fetchSegment(String processor, int segment, @Nullable ProcessingContext context) {
        return tokens.fetchSegment(processor, segment, context);
    }

    @Override
    public CompletableFuture<List<Segment>> fetchSegments(String processor, @Nullable ProcessingContext context) {
        return tokens.fetchSegments(processor, context);
    }

    @Override
    public CompletableFuture<List<Segment>> fetchAvailableSegments(
            String processor, @Nullable ProcessingContext context) {
        return tokens.fetchAvailableSegments(processor, context);
    }

    @Override
    public CompletableFuture<String> retrieveStorageIdentifier(@Nullable ProcessingContext context) {
        return tokens.retrieveStorageIdentifier(context);
    }
}
