/** Books what ends by itself also if nobody looks: expired credit, lapsed holds, periods that are over; and renews memberships. */
@NullMarked
package io.microwallet.api.overdue;

import org.jspecify.annotations.NullMarked;
