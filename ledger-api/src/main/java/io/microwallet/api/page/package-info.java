/** The page behind a balance link. */
@NullMarked
package io.microwallet.api.page;

import org.jspecify.annotations.NullMarked;
