/** Commands that talk to a running service by signed calls, as any client would; none of them starts Spring. */
@NullMarked
package io.microwallet.api.cli;

import org.jspecify.annotations.NullMarked;
