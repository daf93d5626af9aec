/** Stock, lots and demands over HTTP. */
@NullMarked
package io.xunshi.platform.exchange.web;

import org.jspecify.annotations.NullMarked;
