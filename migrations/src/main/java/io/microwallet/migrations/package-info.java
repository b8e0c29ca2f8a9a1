/** The schema, as Flyway SQL in {@code db/migration}; each header says why. */
@NullMarked
package io.microwallet.migrations;

import org.jspecify.annotations.NullMarked;
