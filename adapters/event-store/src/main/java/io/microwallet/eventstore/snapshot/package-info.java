/** States kept beside the log, so that a long history is not read from its beginning. They may be dropped at any time. */
@NullMarked
package io.microwallet.eventstore.snapshot;

import org.jspecify.annotations.NullMarked;
