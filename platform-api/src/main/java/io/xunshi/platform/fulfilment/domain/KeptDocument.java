package io.xunshi.platform.fulfilment.domain;

import java.time.Instant;
import java.util.UUID;

/** @param sha256 of what is stored and handed out, hexadecimal */
public record KeptDocument(UUID id, String name, String mediaType, long sizeBytes, String sha256, Instant addedAt) {}
