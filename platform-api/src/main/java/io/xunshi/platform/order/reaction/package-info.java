/** How purchases move on news of money. */
@NullMarked
package io.xunshi.platform.order.reaction;

import org.jspecify.annotations.NullMarked;
