/** The service: the only place where the modules are put together. */
@NullMarked
package io.microwallet.api;

import org.jspecify.annotations.NullMarked;
