/** Commands kept in flight, and what became of them. */
@NullMarked
package io.microwallet.api.bench.load;

import org.jspecify.annotations.NullMarked;
