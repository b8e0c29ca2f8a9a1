/** What the command line prints: JSON, tables and amounts. */
@NullMarked
package io.microwallet.api.cli.output;

import org.jspecify.annotations.NullMarked;
