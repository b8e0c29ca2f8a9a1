/** What is measured, one idea a class. */
@NullMarked
package io.microwallet.api.bench.scenario;

import org.jspecify.annotations.NullMarked;
