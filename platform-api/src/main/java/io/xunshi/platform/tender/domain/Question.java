package io.xunshi.platform.tender.domain;

import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier asked about a tender. Everybody reads the question and its answer, and nobody who asked.
 *
 * @param answer null until there is one
 */
public record Question(
        UUID id,
        OrganisationId asker,
        String question,
        Instant askedAt,
        @Nullable Answer answer) {

    public record Answer(String text, Instant at) {}
}
