/** The tills of the bench: a process of its own, whose calls are signed before the clock starts. */
@NullMarked
package io.microwallet.api.bench.client;

import org.jspecify.annotations.NullMarked;
