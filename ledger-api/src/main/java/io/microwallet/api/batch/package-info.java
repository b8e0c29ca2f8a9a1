/** Many writes in one signed call: one by one in their order, or all of them or none. */
@NullMarked
package io.microwallet.api.batch;

import org.jspecify.annotations.NullMarked;
