/** Publishing into the outbox and delivering out of it. */
@NullMarked
package io.xunshi.platform.events.usecase;

import org.jspecify.annotations.NullMarked;
