package io.xunshi.platform.pricing.domain;

import io.xunshi.platform.pricing.Fixing;
import java.time.Instant;

/** @param reason why the one before was wrong; empty for the first */
public record FixingRevision(Fixing fixing, String reason, Instant enteredAt) {}
