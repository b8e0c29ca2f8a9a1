/** Commands that are declared rather than written: a noun has verbs, a verb is one call of the API. */
@NullMarked
package io.microwallet.api.cli.call;

import org.jspecify.annotations.NullMarked;
