package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.pricing.Side;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said in a claim.
 *
 * @param by null for an officer
 * @param remedy what is claimed, offered or decided; null for mere evidence
 * @param inspector an independent inspection agency (第三方检验) whose report it is; null for a side's own word
 * @param documents that prove it
 */
public record ClaimMove(
        @Nullable Side by,
        @Nullable Remedy remedy,
        String words,
        @Nullable String inspector,
        List<UUID> documents,
        Instant at) {

    public ClaimMove {
        documents = List.copyOf(documents);
    }
}
