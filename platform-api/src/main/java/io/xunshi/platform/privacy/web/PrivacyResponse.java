package io.xunshi.platform.privacy.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the privacy centre shows.
 *
 * @param archive the last that was asked for; null where there is none
 * @param erasure null where none waits
 */
record PrivacyResponse(
        List<TopicResponse> topics,
        List<ConsentResponse> consents,
        @Nullable ArchiveResponse archive,
        @Nullable ErasureResponse erasure) {

    PrivacyResponse with(ArchiveResponse itsArchive) {
        return new PrivacyResponse(topics, consents, itsArchive, erasure);
    }

    PrivacyResponse with(ErasureResponse itsErasure) {
        return new PrivacyResponse(topics, consents, archive, itsErasure);
    }

    /**
     * One thing that is kept.
     *
     * @param erased whether an erasure removes something of it
     * @param kept why something of it stays after an erasure, and how long; empty where nothing does
     */
    record TopicResponse(
            String key, String title, String purpose, String ground, boolean erased, List<String> kept, long count) {}

    /** @param renewable whether it can be given again by saying so */
    record ConsentResponse(String code, String title, String text, boolean given, boolean renewable) {}
}
