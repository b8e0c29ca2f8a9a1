/** The API of balance links. */
@NullMarked
package io.microwallet.api.link;

import org.jspecify.annotations.NullMarked;
