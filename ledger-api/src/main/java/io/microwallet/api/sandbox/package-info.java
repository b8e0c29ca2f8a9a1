/** What only a sandbox lets an admin do: let time pass. */
@NullMarked
package io.microwallet.api.sandbox;

import org.jspecify.annotations.NullMarked;
