package io.microwallet.api.page;

import io.microwallet.api.page.live.LiveStreams;
import org.springframework.context.SmartLifecycle;

/** Lets the streams go first of all at a shutdown: the web server waits for every answer that is under way. */
final class StreamsAtShutdown implements SmartLifecycle {
    private final LiveStreams streams;
    private volatile boolean running;

    StreamsAtShutdown(LiveStreams streams) {
        this.streams = streams;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        streams.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
