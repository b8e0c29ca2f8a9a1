/** Where scenarios run: an empty database, and a store on it as the service opens one. */
@NullMarked
package io.microwallet.api.bench.stage;

import org.jspecify.annotations.NullMarked;
