/** What {@code fsck} looks at while it replays the log, row by row. */
@NullMarked
package io.microwallet.eventstore.check.replay;

import org.jspecify.annotations.NullMarked;
