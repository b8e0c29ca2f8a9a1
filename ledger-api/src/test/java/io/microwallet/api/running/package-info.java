/** For tests: the whole service on a database of its own, and clients that sign. */
@NullMarked
package io.microwallet.api.running;

import org.jspecify.annotations.NullMarked;
