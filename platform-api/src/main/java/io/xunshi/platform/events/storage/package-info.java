/** The outbox tables. */
@NullMarked
package io.xunshi.platform.events.storage;

import org.jspecify.annotations.NullMarked;
