/** Calls card processors for every recorded part of a refund until its outcome is known, and books what they say. */
@NullMarked
package io.microwallet.api.refund.worker;

import org.jspecify.annotations.NullMarked;
