@NullMarked
package io.microwallet.api.job.worker;

import org.jspecify.annotations.NullMarked;
