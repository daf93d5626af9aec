/** What a purchase is and how it moves. */
@NullMarked
package io.xunshi.platform.order.domain;

import org.jspecify.annotations.NullMarked;
