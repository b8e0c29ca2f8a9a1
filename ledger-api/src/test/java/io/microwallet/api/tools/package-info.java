/** Programs from outside that some tests need: where they are, and what becomes of a test when one is missing. */
@NullMarked
package io.microwallet.api.tools;

import org.jspecify.annotations.NullMarked;
