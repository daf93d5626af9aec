/** Conversations, notifications and live events over HTTP. */
@NullMarked
package io.xunshi.platform.messaging.web;

import org.jspecify.annotations.NullMarked;
