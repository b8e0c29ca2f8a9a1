/** What an export spans: days of the ledger, positions of the log, and what every account held before. */
@NullMarked
package io.microwallet.api.export.span;

import org.jspecify.annotations.NullMarked;
