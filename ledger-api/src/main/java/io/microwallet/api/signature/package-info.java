/** Signed calls: RFC 9421 HTTP Message Signatures with RFC 9530 Content-Digest, for the side that signs and the side that checks. */
@NullMarked
package io.microwallet.api.signature;

import org.jspecify.annotations.NullMarked;
