/** Orders that take many decisions: a worker carries them out, also after a crash. */
@NullMarked
package io.microwallet.api.job;

import org.jspecify.annotations.NullMarked;
