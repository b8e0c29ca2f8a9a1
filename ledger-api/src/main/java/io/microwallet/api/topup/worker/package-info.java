/** Calls card processors for every recorded top-up until its outcome is known, and books what they say. */
@NullMarked
package io.microwallet.api.topup.worker;

import org.jspecify.annotations.NullMarked;
