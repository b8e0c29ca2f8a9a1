/** What every answer of the pages has in common: headers, assets, refusals. */
@NullMarked
package io.microwallet.api.page.web;

import org.jspecify.annotations.NullMarked;
