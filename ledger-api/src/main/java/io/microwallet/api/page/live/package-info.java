/** Streams that tell an open page when to look again. */
@NullMarked
package io.microwallet.api.page.live;

import org.jspecify.annotations.NullMarked;
