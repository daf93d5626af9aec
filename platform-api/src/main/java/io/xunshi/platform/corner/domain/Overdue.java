package io.xunshi.platform.corner.domain;

import org.jspecify.annotations.Nullable;

/**
 * A book that should be back.
 *
 * @param cardCode null where the reader is forgotten
 */
public record Overdue(Shelved book, @Nullable String cardCode, int entryYear, int classNumber) {}
