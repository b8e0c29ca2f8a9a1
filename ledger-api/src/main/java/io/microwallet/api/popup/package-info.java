/** The API of pop-ups. */
@NullMarked
package io.microwallet.api.popup;

import org.jspecify.annotations.NullMarked;
