package io.xunshi.platform.privacy.web;

import io.xunshi.platform.privacy.domain.Archive;
import java.time.Instant;
import java.util.UUID;

/** @param expiresAt when it is forgotten, whether it was loaded or not */
record ArchiveResponse(UUID id, boolean ready, Instant requestedAt, Instant expiresAt) {

    static ArchiveResponse of(Archive archive, Instant expiresAt) {
        return new ArchiveResponse(archive.id(), archive.readyAt() != null, archive.requestedAt(), expiresAt);
    }
}
