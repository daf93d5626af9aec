/** Conversations, live events and notifications in PostgreSQL; wakes and typing through Redis. */
@NullMarked
package io.xunshi.platform.messaging.storage;

import org.jspecify.annotations.NullMarked;
