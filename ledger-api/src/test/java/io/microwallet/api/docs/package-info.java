/** The documents and their examples, held to what they say. */
@NullMarked
package io.microwallet.api.docs;

import org.jspecify.annotations.NullMarked;
