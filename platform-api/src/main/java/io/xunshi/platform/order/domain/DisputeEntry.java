package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.media.PhotoHash;
import io.xunshi.platform.order.DisputeStep;
import io.xunshi.platform.order.Side;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a dispute, with what was said and shown at it.
 *
 * @param number counts from 1
 * @param by null for an officer's step and for the clock's
 * @param officer null for everybody else's
 * @param words may be empty
 * @param remedy what was asked, proposed or decided; null for a step that does neither
 * @param photos with the hashes that they had when they were shown
 */
public record DisputeEntry(
        int number,
        DisputeStep kind,
        @Nullable Side by,
        @Nullable AccountId officer,
        String words,
        @Nullable Remedy remedy,
        List<PhotoHash> photos,
        Instant at) {

    public DisputeEntry {
        words = Normalizer.normalize(words, Normalizer.Form.NFC).strip();
        photos = List.copyOf(photos);
    }

    /** A side's step that names a remedy; its number is given when it is stored. */
    public static DisputeEntry proposed(
            Side side, DisputeStep kind, Remedy remedy, String words, List<PhotoHash> photos, Instant at) {
        return new DisputeEntry(0, kind, side, null, words, remedy, photos, at);
    }

    public static DisputeEntry decided(AccountId officer, DisputeStep kind, Remedy remedy, String words, Instant at) {
        return new DisputeEntry(0, kind, null, officer, words, remedy, List.of(), at);
    }

    public static DisputeEntry byClock(DisputeStep kind, Instant at) {
        return new DisputeEntry(0, kind, null, null, "", null, List.of(), at);
    }

    /** Whether the other side can accept it, as long as it is this side's last. */
    public boolean isProposal() {
        return kind == DisputeStep.OPENED || kind == DisputeStep.PROPOSED;
    }
}
