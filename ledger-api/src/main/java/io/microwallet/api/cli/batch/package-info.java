/** Commands that send many writes in one signed call. */
@NullMarked
package io.microwallet.api.cli.batch;

import org.jspecify.annotations.NullMarked;
