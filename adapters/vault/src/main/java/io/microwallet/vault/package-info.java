/** Secrets at rest: data keys, sealed texts, tokens and link sessions. */
@NullMarked
package io.microwallet.vault;

import org.jspecify.annotations.NullMarked;
