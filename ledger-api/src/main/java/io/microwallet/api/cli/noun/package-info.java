/** The things of the API as commands, declared. */
@NullMarked
package io.microwallet.api.cli.noun;

import org.jspecify.annotations.NullMarked;
