/** The code that a member shows at a till, and its picture. */
@NullMarked
package io.microwallet.api.page.code;

import org.jspecify.annotations.NullMarked;
