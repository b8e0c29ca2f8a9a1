/** The served OpenAPI document and its examples. */
@NullMarked
package io.microwallet.api.docs;

import org.jspecify.annotations.NullMarked;
