/** The simulated processor's own side: a small HTTP service that forgets nothing. */
@NullMarked
package io.microwallet.simulator.server;

import org.jspecify.annotations.NullMarked;
