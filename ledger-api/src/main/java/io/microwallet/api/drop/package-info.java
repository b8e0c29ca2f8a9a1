/** The API of drops. */
@NullMarked
package io.microwallet.api.drop;

import org.jspecify.annotations.NullMarked;
