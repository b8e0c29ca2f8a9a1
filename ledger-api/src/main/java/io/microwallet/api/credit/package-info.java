/** The API of credits that clients give. */
@NullMarked
package io.microwallet.api.credit;

import org.jspecify.annotations.NullMarked;
