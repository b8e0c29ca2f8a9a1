/** The API of top-ups. */
@NullMarked
package io.microwallet.api.topup;

import org.jspecify.annotations.NullMarked;
