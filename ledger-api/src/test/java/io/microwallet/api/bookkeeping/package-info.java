/** For tests: ledgers in which much happens, on the real store and vault, by a clock that a test moves. */
@NullMarked
package io.microwallet.api.bookkeeping;

import org.jspecify.annotations.NullMarked;
