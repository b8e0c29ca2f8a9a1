package io.microwallet.api.bench.measure;

import java.time.Duration;

/**
 * How long things are measured; burst and sustained are two figures and never mixed.
 *
 * @param sustained zero where none is wanted
 */
public record Spans(Duration warmUp, Duration burst, Duration sustained) {}
