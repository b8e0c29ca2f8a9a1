/** The API of clients and their keys. */
@NullMarked
package io.microwallet.api.client;

import org.jspecify.annotations.NullMarked;
