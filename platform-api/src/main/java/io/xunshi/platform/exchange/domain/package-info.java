/** What is decided about stock, lots and demands, without any framework. */
@NullMarked
package io.xunshi.platform.exchange.domain;

import org.jspecify.annotations.NullMarked;
