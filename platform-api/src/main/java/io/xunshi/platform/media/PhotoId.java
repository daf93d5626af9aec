package io.xunshi.platform.media;

import java.util.UUID;

/** A photo, whoever uses it. */
public record PhotoId(UUID value) {}
