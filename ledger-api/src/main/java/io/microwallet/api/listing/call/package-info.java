/** Calls for lists: what they may be narrowed by is declared, and read in one place. */
@NullMarked
package io.microwallet.api.listing.call;

import org.jspecify.annotations.NullMarked;
