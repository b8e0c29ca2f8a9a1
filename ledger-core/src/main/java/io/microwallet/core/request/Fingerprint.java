package io.microwallet.core.request;

/** 128 bits of a SHA-256 over method, path, query and content digest: tells a retry from another call with the same key. */
public record Fingerprint(long high, long low) {}
