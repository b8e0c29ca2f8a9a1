/** What must hold whatever breaks: retries, kills, races and reads, over HTTP against the real service. */
@NullMarked
package io.microwallet.api.survival;

import org.jspecify.annotations.NullMarked;
