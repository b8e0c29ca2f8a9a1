/** From a checked call to its one durable answer. */
@NullMarked
package io.microwallet.api.http.write;

import org.jspecify.annotations.NullMarked;
