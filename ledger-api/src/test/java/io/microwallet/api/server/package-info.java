/** For tests: how the service starts, and how it does not. */
@NullMarked
package io.microwallet.api.server;

import org.jspecify.annotations.NullMarked;
