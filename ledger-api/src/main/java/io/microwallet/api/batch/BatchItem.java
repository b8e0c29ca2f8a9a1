package io.microwallet.api.batch;

import io.microwallet.api.http.call.WriteCall;
import io.microwallet.api.http.write.Write;

/**
 * One item, once its shape is right.
 *
 * @param call the batch's own, under a key of the item's that nobody can send
 */
record BatchItem(WriteCall call, Write write) {}
