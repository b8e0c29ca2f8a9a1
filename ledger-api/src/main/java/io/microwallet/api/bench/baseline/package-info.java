/** What anyone reaches with PostgreSQL on the same machine in the same run. */
@NullMarked
package io.microwallet.api.bench.baseline;

import org.jspecify.annotations.NullMarked;
