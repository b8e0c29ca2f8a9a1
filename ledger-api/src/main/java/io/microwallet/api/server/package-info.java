/** The running service: how it starts, what it is put together from, how it stops. */
@NullMarked
package io.microwallet.api.server;

import org.jspecify.annotations.NullMarked;
