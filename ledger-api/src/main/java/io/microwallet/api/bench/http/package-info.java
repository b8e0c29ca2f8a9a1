/** What is measured from outside, over signed HTTP calls. */
@NullMarked
package io.microwallet.api.bench.http;

import org.jspecify.annotations.NullMarked;
