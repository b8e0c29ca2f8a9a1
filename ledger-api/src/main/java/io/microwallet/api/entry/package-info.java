/** What a booked entry says beside its postings, and when it happened. */
@NullMarked
package io.microwallet.api.entry;

import org.jspecify.annotations.NullMarked;
