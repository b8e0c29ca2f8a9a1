/** Strict JSON in, byte-exact JSON out, and the checks of single fields. */
@NullMarked
package io.microwallet.api.http.json;

import org.jspecify.annotations.NullMarked;
