/**
 * From a checked call to its one durable answer.
 *
 * <p>A controller's method for a write takes the {@code WriteCall}, path variables and the body, checks the shape of all of
 * it, and returns a {@link io.microwallet.api.http.write.Write}: it declares what is wanted and does nothing itself. What
 * leaves a trace (data keys, token rows, reading what the command needs) belongs into the write's preparation, what must
 * follow a durable outcome into its consequence. So one declaration serves the call by itself, its dry run and its place in
 * a batch.
 */
@NullMarked
package io.microwallet.api.http.write;

import org.jspecify.annotations.NullMarked;
