/** Carries jobs out, wallet by wallet, until every one of them is done. */
@NullMarked
package io.microwallet.api.job.worker;

import org.jspecify.annotations.NullMarked;
