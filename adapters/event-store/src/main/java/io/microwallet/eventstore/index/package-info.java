/** What is built behind the log, and the newest of the log in memory. */
@NullMarked
package io.microwallet.eventstore.index;

import org.jspecify.annotations.NullMarked;
