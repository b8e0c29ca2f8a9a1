/** Lists and searches: a projection behind the log, and the queries over it. */
@NullMarked
package io.microwallet.api.listing;

import org.jspecify.annotations.NullMarked;
