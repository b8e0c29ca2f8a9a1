/** What card processors tell unasked: verified on raw bytes, held against our own record, booked once. */
@NullMarked
package io.microwallet.api.topup.webhook;

import org.jspecify.annotations.NullMarked;
