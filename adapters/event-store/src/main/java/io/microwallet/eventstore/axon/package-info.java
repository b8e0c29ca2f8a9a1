/** Axon's interfaces over the log; Axon is named nowhere else but where groups are decided and projections run. */
@NullMarked
package io.microwallet.eventstore.axon;

import org.jspecify.annotations.NullMarked;
