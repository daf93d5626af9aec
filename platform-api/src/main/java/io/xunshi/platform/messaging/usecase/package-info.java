/** What people do with conversations and notifications, and how open pages learn of it. */
@NullMarked
package io.xunshi.platform.messaging.usecase;

import org.jspecify.annotations.NullMarked;
