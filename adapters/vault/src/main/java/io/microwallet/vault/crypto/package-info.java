/** The primitives that the vault is built from: the JDK's own, with our parameters fixed. */
@NullMarked
package io.microwallet.vault.crypto;

import org.jspecify.annotations.NullMarked;
