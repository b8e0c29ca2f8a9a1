/** How a balance link is opened: the exchange of its secret for a session, and what stands in the way. */
@NullMarked
package io.microwallet.api.page.session;

import org.jspecify.annotations.NullMarked;
