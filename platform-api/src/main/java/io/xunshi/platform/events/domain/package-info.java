/** What a reaction is, and when a failed delivery is tried again. */
@NullMarked
package io.xunshi.platform.events.domain;

import org.jspecify.annotations.NullMarked;
