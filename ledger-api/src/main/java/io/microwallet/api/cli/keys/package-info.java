/** Commands that make a key pair here and have the service accept its public half. */
@NullMarked
package io.microwallet.api.cli.keys;

import org.jspecify.annotations.NullMarked;
