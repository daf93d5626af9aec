package io.xunshi.platform.corner.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reader's card (借阅卡) and all that is known of its reader. Who holds which card stands on the school's paper.
 *
 * @param code <code>K…</code>
 * @param replaced another card took its place
 * @param consentedOn when a guardian signed; null where the card cannot be used yet
 */
public record Card(
        String code,
        UUID reader,
        UUID classId,
        int entryYear,
        int classNumber,
        boolean replaced,
        int credits,
        int booksOut,
        @Nullable LocalDate consentedOn,
        @Nullable String consentVersion) {}
