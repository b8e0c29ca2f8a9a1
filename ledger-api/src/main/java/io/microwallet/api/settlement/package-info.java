/** What processors pay to our bank account, as finance reports it. */
@NullMarked
package io.microwallet.api.settlement;

import org.jspecify.annotations.NullMarked;
