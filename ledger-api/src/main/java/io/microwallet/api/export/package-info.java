/** The journal export: two passes over one range of positions, the second streamed. */
@NullMarked
package io.microwallet.api.export;

import org.jspecify.annotations.NullMarked;
