/** Commands as a person starts them: in a process of their own, with a home of their own. */
@NullMarked
package io.microwallet.api.launched;

import org.jspecify.annotations.NullMarked;
