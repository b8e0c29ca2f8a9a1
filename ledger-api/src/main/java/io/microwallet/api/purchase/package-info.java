/** The API of purchases. */
@NullMarked
package io.microwallet.api.purchase;

import org.jspecify.annotations.NullMarked;
