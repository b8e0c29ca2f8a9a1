/** What a command costs: time, processor, bytes, commits and the lag of what is built behind the log. */
@NullMarked
package io.microwallet.api.bench.measure;

import org.jspecify.annotations.NullMarked;
