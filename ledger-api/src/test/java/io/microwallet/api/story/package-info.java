/** The story, over real HTTP on the real store. */
@NullMarked
package io.microwallet.api.story;

import org.jspecify.annotations.NullMarked;
