/** The house rules that the compiler cannot keep. */
@NullMarked
package io.microwallet.api.architecture;

import org.jspecify.annotations.NullMarked;
