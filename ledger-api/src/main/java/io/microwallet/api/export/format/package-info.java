/** How a journal looks in a file. Pure: names, texts and amounts come in resolved. */
@NullMarked
package io.microwallet.api.export.format;

import org.jspecify.annotations.NullMarked;
