package io.xunshi.platform.pricing.domain;

import io.xunshi.platform.pricing.Fixing;
import java.time.Instant;
import java.util.UUID;

/**
 * @param reason why the one before was wrong; empty for the first
 * @param setId with which others it was entered
 */
public record FixingRevision(Fixing fixing, String reason, UUID setId, Instant enteredAt) {}
