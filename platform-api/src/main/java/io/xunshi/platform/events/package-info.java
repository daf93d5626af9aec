/**
 * News between modules. An event commits together with the change it tells of (transactional outbox) and reaches every
 * reaction at least once; a reaction that stays inside PostgreSQL takes effect exactly once, because its changes commit
 * together with the removal of its delivery. Owns events.outbox and events.delivery. Never carries a command.
 */
@NullMarked
@ApplicationModule(displayName = "Events", allowedDependencies = "kernel")
package io.xunshi.platform.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
