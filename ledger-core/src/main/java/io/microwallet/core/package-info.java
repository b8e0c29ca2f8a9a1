/** The rules of the ledger: pure, and on the JDK alone. */
@NullMarked
package io.microwallet.core;

import org.jspecify.annotations.NullMarked;
