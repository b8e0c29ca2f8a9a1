/** From a call to a decision: keys, states, groups, deadlines. */
@NullMarked
package io.microwallet.eventstore.decide;

import org.jspecify.annotations.NullMarked;
