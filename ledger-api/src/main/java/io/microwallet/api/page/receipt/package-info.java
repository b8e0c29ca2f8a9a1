/** Receipts of purchases: for the member who looks, and signed for whoever has to believe them. */
@NullMarked
package io.microwallet.api.page.receipt;

import org.jspecify.annotations.NullMarked;
