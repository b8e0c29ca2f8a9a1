/** {@code ./microwallet bench}: how many durable commands a second, beside a baseline of the same run. */
@NullMarked
package io.microwallet.api.bench;

import org.jspecify.annotations.NullMarked;
