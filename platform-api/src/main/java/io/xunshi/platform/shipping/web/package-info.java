/** Address books, provinces and the carrier's webhook over HTTP. */
@NullMarked
package io.xunshi.platform.shipping.web;

import org.jspecify.annotations.NullMarked;
