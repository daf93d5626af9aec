/** What conversations, notifications and open pages learn from news about listings and orders. */
@NullMarked
package io.xunshi.platform.messaging.reaction;

import org.jspecify.annotations.NullMarked;
