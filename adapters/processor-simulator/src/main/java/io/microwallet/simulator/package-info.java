/** A card processor that answers, stalls and fails on demand. */
@NullMarked
package io.microwallet.simulator;

import org.jspecify.annotations.NullMarked;
