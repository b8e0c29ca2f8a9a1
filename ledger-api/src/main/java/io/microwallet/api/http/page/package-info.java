/** Lists by cursor. */
@NullMarked
package io.microwallet.api.http.page;

import org.jspecify.annotations.NullMarked;
