/** From an HTTP request to a caller who may do this: signature, scope, rate. */
@NullMarked
package io.microwallet.api.http.call;

import org.jspecify.annotations.NullMarked;
