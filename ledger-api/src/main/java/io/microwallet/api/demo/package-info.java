/** {@code ./microwallet demo}: a small pop-up, played through the signed API as real clients would. */
@NullMarked
package io.microwallet.api.demo;

import org.jspecify.annotations.NullMarked;
