/** Key pairs of clients: made here, kept in files of their owner, and shown to others as a public JWK only. */
@NullMarked
package io.microwallet.api.signature.key;

import org.jspecify.annotations.NullMarked;
