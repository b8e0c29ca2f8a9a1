/** The API of membership plans. */
@NullMarked
package io.microwallet.api.plan;

import org.jspecify.annotations.NullMarked;
