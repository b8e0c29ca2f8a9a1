/** A wallet's statement: what moved its balance or status, newest first. */
@NullMarked
package io.microwallet.api.statement;

import org.jspecify.annotations.NullMarked;
