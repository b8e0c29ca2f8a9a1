/** The page behind a balance link, in a real browser and over bare HTTP. */
package io.microwallet.api.page;
