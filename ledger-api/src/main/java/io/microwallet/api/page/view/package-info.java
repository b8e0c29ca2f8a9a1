/** What a member sees of a wallet, read from the books and put into words. */
@NullMarked
package io.microwallet.api.page.view;

import org.jspecify.annotations.NullMarked;
