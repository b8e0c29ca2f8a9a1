/** How things stood at an instant that has passed. */
@NullMarked
package io.microwallet.api.past;

import org.jspecify.annotations.NullMarked;
