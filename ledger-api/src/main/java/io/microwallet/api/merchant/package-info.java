/** The API of merchants. */
@NullMarked
package io.microwallet.api.merchant;

import org.jspecify.annotations.NullMarked;
