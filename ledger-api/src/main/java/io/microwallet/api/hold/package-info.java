/** The API of holds. */
@NullMarked
package io.microwallet.api.hold;

import org.jspecify.annotations.NullMarked;
