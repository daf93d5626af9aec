package io.xunshi.platform.media;

import java.util.UUID;

/** A document, whoever uses it. */
public record DocumentId(UUID value) {}
