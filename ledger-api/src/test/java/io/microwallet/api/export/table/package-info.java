/** For tests: the account table over HTTP, and what an export shows of it. */
@NullMarked
package io.microwallet.api.export.table;

import org.jspecify.annotations.NullMarked;
