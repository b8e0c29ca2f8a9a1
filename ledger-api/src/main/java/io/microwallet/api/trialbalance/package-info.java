/** The trial balance: what every control account was debited and credited, and that both come to the same. */
@NullMarked
package io.microwallet.api.trialbalance;

import org.jspecify.annotations.NullMarked;
