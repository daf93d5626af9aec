package io.xunshi.platform.credit.domain;

import java.time.Instant;
import java.util.UUID;

/** @param seenAt when it was found again last */
public record FoundRing(UUID id, Instant foundAt, Instant seenAt) {}
