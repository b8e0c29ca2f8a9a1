/** A real PostgreSQL that starts with the service when no other is named. */
@NullMarked
package io.microwallet.embedded;

import org.jspecify.annotations.NullMarked;
