/** Purchases over HTTP. */
@NullMarked
package io.xunshi.platform.order.web;

import org.jspecify.annotations.NullMarked;
