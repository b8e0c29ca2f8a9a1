/** Everything that is told of a call that did not work: RFC 9457, with stable codes. */
@NullMarked
package io.microwallet.api.http.problem;

import org.jspecify.annotations.NullMarked;
