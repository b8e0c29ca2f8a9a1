/** The API of memberships. */
@NullMarked
package io.microwallet.api.membership;

import org.jspecify.annotations.NullMarked;
