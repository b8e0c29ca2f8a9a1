/** Secrets that live outside the database: where they are kept, and that they are the right ones. */
@NullMarked
package io.microwallet.vault.secret;

import org.jspecify.annotations.NullMarked;
