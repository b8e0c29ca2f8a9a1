/** The service as the command line sees it: where it is, whose key signs, what it answered. */
@NullMarked
package io.microwallet.api.cli.service;

import org.jspecify.annotations.NullMarked;
