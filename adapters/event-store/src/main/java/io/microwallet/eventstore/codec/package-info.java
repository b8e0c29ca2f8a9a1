/** How an event is stored: canonical JSON, one text an event. */
@NullMarked
package io.microwallet.eventstore.codec;

import org.jspecify.annotations.NullMarked;
